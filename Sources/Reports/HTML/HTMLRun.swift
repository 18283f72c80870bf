import PlanDocument
import Portfolio

/// How the plan was computed, at the bottom: the only part that another run may change.
struct HTMLRun {
  let context: ReportContext

  var markup: HTML {
    let document = context.document
    let run = document.run
    let facts: [(String, String)] = [
      ("The search", ProofText(document: document).ending),
      ("Time", NumberText.seconds(run.seconds)), ("Work", NumberText.grouped(run.work)),
      ("Seed", String(run.seed)), ("Solver", run.solver), ("Ballast", run.version), ("Host", run.host),
      ("Made at", run.createdAt), ("Workspace", run.workspace),
    ]
    let items = facts.map { fact -> HTML in "<div><dt>\(fact.0)</dt><dd>\(fact.1)</dd></div>\n" }
    let inputs = document.inputs.sorted { $0.key < $1.key }.map { input -> HTML in
      "<div><dt>\(input.key)</dt><dd class=\"hash\">\(input.value)</dd></div>\n"
    }
    let inputList: HTML =
      inputs.isEmpty ? "" : "<h3>Inputs, by SHA-256</h3>\n<dl class=\"run\">\(inputs)</dl>\n"
    return HTMLPage.section(
      "run", "How it was computed",
      "\(HTMLSearch(context: context).markup)\(checks)<dl class=\"run\">\n\(items)</dl>\n\(inputList)")
  }

  /// The independent checks, in words: a mark alone would say too little.
  private var checks: HTML {
    let checks = context.document.checks
    guard !checks.isEmpty else { return "" }
    let items = checks.map { check -> HTML in
      "<li><b>\(check.name)</b>: \(check.passed ? "passed" : "FAILED"), \(check.details.joined(separator: "; "))</li>\n"
    }
    return "<h3>Checked by code that shares nothing with the search</h3>\n<ul>\n\(items)</ul>\n"
  }
}
