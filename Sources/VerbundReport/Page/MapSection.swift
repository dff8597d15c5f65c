// Where it happens: the Länder as tiles.
extension SectionContext {
  var map: Markup {
    let maps = views.enumerated().map { index, view in
      (view.id, FederationMap(section: self, view: view, number: index).markup)
    }
    return perCase { view in maps.first { $0.0 == view.id }?.1 ?? "" }
  }
}
