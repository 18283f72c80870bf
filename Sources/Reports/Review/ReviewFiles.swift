public import PlanDocument
import Portfolio

/// The files of a review besides `review.json`, which is written piece by piece.
public struct ReviewFiles: Sendable {
  /// File names of the lists, with what is in them.
  static let lists: [(name: String, kinds: [ReviewFinding.Kind])] = [
    ("risk", [.risk]), ("expansion", [.expansion]), ("unseen", [.unseen]),
    ("blind-spots", [.silent, .transition, .middle, .unmapped]),
    ("attention", [.underServed, .overServed, .holder, .headspace]), ("concentration", [.concentration, .neglected]),
    ("criteria", [.criterion]),
  ]

  public let files: [PlanFiles.File]

  /// - Parameter perCSM: one page for everybody who holds an account.
  public init(_ document: ReviewDocument, perCSM: Bool) {
    let context = ReviewContext(document)
    let lists = ReviewFiles.lists.map { list in
      PlanFiles.File("\(list.name).csv") { ReviewCSV(context: context, kinds: list.kinds).render() }
    }
    let page = PlanFiles.File("review.html") { Array(ReviewPage(context: context).render().utf8) }
    let facts = PlanFiles.File("account-facts.csv") { ReviewFactsCSV(context: context).render() }
    files = [page] + lists + [facts] + (perCSM ? ReviewFiles.pages(document) : [])
  }

  private static func pages(_ document: ReviewDocument) -> [PlanFiles.File] {
    let books = ReviewBooks(document)
    return books.csms.map { csm in
      PlanFiles.File("csms/\(SafeName.of(csm, prefix: "csm-")).html") {
        Array(ReviewBookPage(context: ReviewContext(books.book(of: csm)), csm: csm).render().utf8)
      }
    }
  }
}
