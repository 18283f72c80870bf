import Yams

/// What a scenario says about the policy.
struct PolicyLayer {
  let file: String
  /// A mapping of keys or dotted paths: their values replace those underneath; mappings are merged.
  var replacements: Node?
  /// Items that go behind those of a list, by the path of the list.
  var additions: [(path: String, items: [Node])] = []
}

/// Which file a value of a laid-over policy comes from.
struct PolicyOrigins {
  private var files: [(path: String, file: String)] = []

  mutating func note(_ path: String, _ file: String) { files.append((path, file)) }

  /// The file of the last layer that says something about this value or what it is part of; `nil`: the policy itself.
  func file(of path: String) -> String? {
    let isPart = { (path: String, whole: String) in
      path == whole || path.hasPrefix("\(whole).") || path.hasPrefix("\(whole)[")
    }
    return (files.last { isPart(path, $0.path) } ?? files.last { isPart($0.path, path) })?.file
  }
}

/// The YAML tree of a policy while layers are laid over it.
struct PolicyTree {
  private(set) var root: Node?
  private(set) var origins = PolicyOrigins()

  init(_ root: Node?) { self.root = root }

  mutating func lay(_ layer: PolicyLayer) {
    if let replacements = layer.replacements { root = merged(root, replacements, path: "", layer.file) }
    for (path, items) in layer.additions where !items.isEmpty {
      let keys = path.split(separator: ".").map(String.init)
      root = changed(root, at: keys[...], items[0].mark) { list in
        let known = list?.sequence.map(Array.init) ?? []
        for index in items.indices { origins.note("\(path)[\(known.count + index)]", layer.file) }
        return Node.sequence(Node.Sequence(known + items))
      }
    }
  }

  private mutating func merged(_ base: Node?, _ over: Node, path: String, _ file: String) -> Node {
    guard let pairs = over.mapping else {
      origins.note(path, file)
      return over
    }
    var result = base?.mapping.map { Node.mapping($0) } ?? Node.mapping(Node.Mapping([], .implicit, .any, over.mark))
    for (key, value) in pairs {
      guard let name = key.scalar?.string else { continue }
      let keys = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      result = changed(result, at: keys[...], key.mark) { old in
        merged(old, value, path: path.isEmpty ? name : "\(path).\(name)", file)
      }
    }
    return result
  }

  /// The tree with the node at a path replaced; mappings on the way are made where there are none.
  private func changed(
    _ node: Node?, at keys: ArraySlice<String>, _ mark: Mark?, _ change: (Node?) -> Node
  ) -> Node {
    guard let key = keys.first else { return change(node) }
    var pairs = node?.mapping.map { $0.map { ($0.key, $0.value) } } ?? []
    let place = pairs.firstIndex { $0.0.scalar?.string == key }
    let value = changed(place.map { pairs[$0].1 }, at: keys.dropFirst(), mark, change)
    if let place {
      pairs[place].1 = value
    } else {
      pairs.append((.scalar(Node.Scalar(key, .implicit, .plain, mark)), value))
    }
    return Node.mapping(Node.Mapping(pairs, .implicit, .any, node?.mark))
  }
}
