#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Several files that appear together: all temporary files are complete on the disk before the first is renamed,
/// so that a full disk or a kill before that leaves every earlier file as it was.
public final class AtomicFileSet {
  private var writers: [AtomicFileWriter] = []
  private var leftovers: [String] = []

  public init() {}

  /// A writer for `path`; it is committed by `commit()` of the set.
  public func add(path: String) throws -> AtomicFileWriter {
    let writer = try AtomicFileWriter(path: path)
    writers.append(writer)
    return writer
  }

  /// Drops the file of an earlier set that this one does not have, once all others are there. What cannot be removed
  /// stays: no file of this set refers to it.
  public func remove(path: String) { leftovers.append(path) }

  public func commit() throws {
    for writer in writers { try writer.prepare() }
    for writer in writers { try writer.commit() }
    // No folder, which is none of ours.
    for path in leftovers { unlink(path) }
    (writers, leftovers) = ([], [])
  }
}
