extension Item {
  /// Appends the item as JSON on one line, whatever the writer's layout, PubMed's facts, affiliations and ORCID iDs
  /// included: the same text as `JSONWriter.text(of: cslJSON(includingFacts: true))`, but made without a value between,
  /// because an import of a million records writes it for each of them.
  public func writeJSONLine(to writer: inout JSONWriter) {
    var line = JSONWriter(.compact)
    // The bytes have one owner at a time, or each append would copy them.
    line.bytes = writer.bytes
    writer.bytes = []
    line.collect(write)
    writer.bytes = line.bytes
  }

  private func write(to line: inout JSONLine) {
    line.append("{\"id\":")
    line.write(id)
    if !other.contains(where: { $0.name == "type" }) { line.write("\"type\":", type.rawValue) }
    for field in texts {
      line.write(name: field.variable.name)
      let text = richTexts.isEmpty ? field.value : richTexts[field.variable] ?? field.value
      if !numericVariables.isEmpty, numericVariables.contains(field.variable) {
        line.append(raw: text)
      } else {
        line.write(text)
      }
    }
    for field in dates {
      line.write(name: field.variable.name)
      field.value.write(to: &line)
    }
    for field in nameLists {
      line.write(name: field.variable.name)
      line.append("[")
      for index in field.value.indices {
        if index > 0 { line.append(",") }
        field.value[index].write(to: &line)
      }
      line.append("]")
    }
    if !custom.isEmpty { line.write(JSONMember("custom", .object(custom))) }
    for member in other { line.write(member) }
    if let pubmed {
      line.write(name: PubMedFacts.memberName)
      line.append(raw: pubmed.json)
    }
    line.append("}")
  }
}

extension Name {
  fileprivate func write(to line: inout JSONLine) {
    line.append("{")
    if let family { line.write("\"family\":", family) }
    if let given { line.write("\"given\":", given) }
    if let droppingParticle { line.write("\"dropping-particle\":", droppingParticle) }
    if let nonDroppingParticle { line.write("\"non-dropping-particle\":", nonDroppingParticle) }
    if let suffix { line.write("\"suffix\":", suffix) }
    if let literal { line.write("\"literal\":", literal) }
    if let orcid { line.write("\"ORCID\":", orcid) }
    if !affiliations.isEmpty {
      line.separate()
      line.append("\"affiliations\":[")
      for index in affiliations.indices {
        if index > 0 { line.append(",") }
        line.write(affiliations[index])
      }
      line.append("]")
    }
    for member in other { line.write(member) }
    line.append("}")
  }
}

extension CSLDate {
  /// Dates of parts alone are written straight; all others by way of their value.
  fileprivate func write(to line: inout JSONLine) {
    guard let start, literal == nil, !isCirca, other.isEmpty, start.season == nil, end == nil else {
      return line.write(cslJSON)
    }
    line.append("{\"date-parts\":[[")
    line.append(raw: String(start.year))
    if let month = start.month {
      line.append(",")
      line.append(raw: String(month))
      if let day = start.day {
        line.append(",")
        line.append(raw: String(day))
      }
    }
    line.append("]]}")
  }
}
