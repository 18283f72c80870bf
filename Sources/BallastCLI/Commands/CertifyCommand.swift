import ArgumentParser
import Ballast
import Foundation
import PlanDocument
import Workspace

struct CertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify", abstract: "Writes a certificate of a plan that anybody can check without Ballast.",
    discussion: """
      Writes certificate.txt and certificate-model.txt into the folder of the plan, unless --output names another one. \
      `ballast verify --certificate FILE` checks them in whole numbers, without the solver.
      """)

  @Argument(help: "A plan.json; the proof.json it names lies beside it.")
  var plan: PathArgument

  @Option(help: "The workspace the plan was made from; default: the one the plan names.")
  var data: PathArgument?

  @Option(help: "Folder to write into.")
  var output: PathArgument?

  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard common.asOf == nil else {
      throw ValidationError("--as-of has no meaning here: a plan is certified as of its own first day.")
    }
  }

  func run() throws {
    let console = Console()
    let loaded = try PlanReading(console: console).loaded(
      plan.path, data: data?.path, isQuiet: common.quiet, mask: masking.pseudonyms(console))
    try loaded.requireWeights(for: "A certificate is there only", console)
    let proof: PlanProof
    do throws(CertificateFault) {
      proof = try loaded.planner.proof(of: loaded.document, readingProof: loaded.readingProof)
    } catch {
      console.message(error.messages.prefix(20).map { "\($0)\n" }.joined())
      console.message("Maybe run `ballast verify` on the plan first.\n")
      throw ExitStatus.data
    }
    let files = CertificateFiles(folder: output?.path ?? loaded.folder)
    let check = try console.reporting { try files.write(proof, inputs: loaded.workspaceFolder) }
    guard check.passed else {
      console.message("The certificate did not pass its own check and was removed:\n  \(check.details.joined())\n")
      console.message("This is a fault of Ballast, not of your data. Please report it with the lines above.\n")
      throw ExitStatus.internalFailure
    }
    if common.json {
      try console.outputJSON(files: [files.certificate, files.model])
    } else if !common.quiet {
      console.message("certificate: \(check.details.joined())\nwrote \(files.certificate), \(files.model)\n")
    }
  }
}
