/// Several files that appear together: all temporary files are complete on the disk before the first is renamed,
/// so that a full disk or a kill before that leaves every earlier file as it was.
public final class AtomicFileSet {
  private var writers: [AtomicFileWriter] = []

  public init() {}

  /// A writer for `path`; it is committed by `commit()` of the set.
  public func add(path: String) throws -> AtomicFileWriter {
    let writer = try AtomicFileWriter(path: path)
    writers.append(writer)
    return writer
  }

  public func commit() throws {
    for writer in writers { try writer.prepare() }
    for writer in writers { try writer.commit() }
    writers = []
  }
}
