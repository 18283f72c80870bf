import PlanDocument
import Portfolio

/// One list of a review, or a part of it: what it finds in a portfolio.
protocol ReviewRule: Sendable {
  func findings(in view: PortfolioView, _ maker: FindingMaker) -> [ReviewFinding]
}
