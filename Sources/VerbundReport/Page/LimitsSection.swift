// What the page does not answer, in plain words.
extension SectionContext {
  var limits: Markup { section("limits", limitsTitle, bullets(turns + limitTexts + limitFacts)) }

  /// Where a verdict turns along the sizes of the set-aside: the assumption that flips it.
  private var turns: [String] {
    guard input.nights > 1 else { return [] }
    let found = cases.ladders.flatMap { ladder in
      ladder.smallest.view.columns.compactMap { column -> String? in
        guard !column.isReference, let turn = VerdictTurn(variant: column.variant, ladder) else {
          return nil
        }
        let place = cases.ladders.count > 1 ? " (\(ladder.title(voice)))" : ""
        return "\(name(column))\(place): \(turn.text(voice))"
      }
    }
    guard !found.isEmpty else {
      return cases.ladders.contains { $0.steps.count > 1 }
        ? [
          voice.say(
            "Über die gerechneten Größen der Vorhaltung kehrt sich kein Urteil um.",
            "Over the computed sizes of the set-aside no verdict turns round.")
        ] : []
    }
    return [
      voice.say(
        "Die Größe der Vorhaltung ändert Urteile: ",
        "The size of the set-aside turns verdicts: "
      ) + found.joined(separator: "; ") + "."
    ]
  }

  private var limitTexts: [String] {
    [
      equalLimit,
      voice.say(
        """
        Nächte, in denen alle zugleich Spitzen haben, etwa bei einer Bundestagswahl, sind nicht \
        enthalten; was hier hilft, kann dort versagen.
        """,
        """
        Nights on which all peak at once, such as that of a Bundestagswahl, are not covered; \
        what helps here may fail there.
        """),
      nightsLimit,
      voice.say(
        """
        Kapazitäten tatsächlicher Anbieter sind nicht öffentlich. Wo ein Name fällt, ist die \
        Kapazität angenommen und sagt nichts über diesen Anbieter.
        """,
        """
        Capacities of real providers are not public. Wherever one is named, its capacity is \
        assumed and says nothing about that provider.
        """),
      voice.say(
        "Wer keine Antwort bekommt, lädt im Modell noch nicht neu; echte Abende sind schwieriger.",
        "People who get no answer do not reload yet in this model; real evenings are harder."),
      voice.say(
        """
        Hardware wird für Jahre gekauft. Das Jahr steht hier nur als Formel, mit einer \
        Spitzennacht; wie es wirklich verläuft, ist nicht simuliert.
        """,
        """
        Hardware is bought for years. The year is here by formula only, with one peak night; how \
        it really runs is not simulated.
        """),
      voice.say(
        """
        Verleiher geben nur, was weder vermietet noch für eigene Dienste vorgehalten ist; ob das \
        so gelingt, ist nicht geprüft. Auch alte Hosts sind nicht gegen neue verglichen.
        """,
        """
        Lenders give only what is neither let nor set aside for services of their own; whether \
        that succeeds in practice is not examined. Nor are old hosts compared with new ones.
        """),
      voice.say(
        """
        Welche andere Annahme ein Urteil umkehrt und bei welchem Wert, ist über die gezeigten \
        Fälle hinaus nicht untersucht.
        """,
        """
        Which other assumption turns a verdict round, and at which value, is not examined beyond \
        the cases shown.
        """),
    ]
  }

  private var equalLimit: String {
    cases.equalService.isEmpty
      ? voice.say(
        """
        Verglichen wird bei gleicher Ausstattung und einer Größe der Vorhaltung. Wie viel jede \
        Variante für gleichen Dienst braucht, ist damit nicht beantwortet.
        """,
        """
        Variants are compared at equal equipment and one size of the set-aside. How much each \
        needs for equal service is not answered by that.
        """)
      : voice.say(
        """
        Gleicher Dienst ist nur an den gerechneten Größen der Vorhaltung beantwortet, nicht \
        dazwischen und nicht darüber hinaus.
        """,
        """
        Equal service is answered at the computed sizes of the set-aside only, not in between and \
        not beyond.
        """)
  }

  private var nightsLimit: String {
    let count = voice.nights(input.nights)
    if input.nights == 1 {
      return voice.say(
        "Eine Nacht trägt kein Urteil: ohne zweite gibt es weder Intervall noch Vergleich.",
        "One night supports no verdict: without a second there is no interval.")
    }
    if input.nights >= 59 {
      return voice.say(
        """
        \(count) tragen den Satz, ein Dienst halte in 95 % der Nächte, nur wenn er in keiner \
        einzigen versagt hat.
        """,
        """
        \(count) support the sentence that a service holds on 95% of the nights only if it failed \
        on none of them.
        """)
    }
    return voice.say(
      """
      \(count) tragen einen Vergleich, nie eine Zusage. Für den Satz, ein Dienst halte in 95 % der \
      Nächte, braucht es mindestens 59 Nächte ohne Ausfall.
      """,
      """
      \(count) support a comparison, never a guarantee. To say that a service holds on 95% of \
      the nights takes at least 59 nights without failure.
      """)
  }
}
