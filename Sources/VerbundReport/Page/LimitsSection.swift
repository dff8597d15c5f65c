// What the page does not answer, in plain words.
extension SectionContext {
  var limits: Markup {
    let title = voice.say("Was das noch nicht beantwortet", "What this does not yet answer")
    return section("limits", title, bullets(limitTexts))
  }

  private var limitTexts: [String] {
    [
      voice.say(
        """
        Hardware wird für Jahre gekauft. Gezählt ist eine Nacht; das Jahr, in dem Hardware für die \
        Spitze leer steht, fehlt, und gerade dort liegt der größere Posten.
        """,
        """
        Hardware is bought for years. One night is counted; the year in which hardware for the \
        peak stands idle is missing, and that is where the larger item lies.
        """),
      voice.say(
        """
        Verglichen wird bei gleicher Ausstattung. Wie viel jede Variante bereitstellen müsste, \
        damit alle gleich gut bedienen, ist noch nicht beantwortet.
        """,
        """
        Variants are compared at equal equipment. How much each would have to set aside so that \
        all serve equally well is not yet answered.
        """),
      voice.say(
        "Wer keine Antwort bekommt, lädt im Modell noch nicht neu; echte Abende sind rauer.",
        "People who get no answer do not reload yet in this model; real evenings are rougher."),
      voice.say(
        """
        Nächte, in denen alle zugleich Spitzen haben, etwa bei einer Bundestagswahl, sind nicht \
        enthalten; was hier hilft, kann dort versagen.
        """,
        """
        Nights on which all peak at once, such as that of a Bundestagswahl, are not covered; \
        what helps here may fail there.
        """),
      voice.say(
        """
        Die Vorbestellung kennt die Zahlen der Nacht bis auf den angenommenen Prognosefehler, und \
        Verleiher geben nur, was weder vermietet noch für eigene Dienste bereitgestellt ist; ob \
        beides so gelingt, ist nicht geprüft.
        """,
        """
        The order placed beforehand knows the night's figures up to the assumed forecast error, \
        and lenders give only what is neither let nor set aside for services of their own; \
        whether both succeed in practice is not examined.
        """),
      voice.say(
        """
        Die Bereitstellung des Portals ist angenommen und nur mit einer Größe gezeigt; mit einer \
        größeren schrumpft der Abstand der Varianten.
        """,
        """
        What is set aside for the portal is assumed and shown at one size only; with a larger one \
        the variants come closer to each other.
        """),
      voice.say(
        """
        Kapazitäten tatsächlicher Anbieter sind nicht öffentlich. Wo ein Name fällt, ist die \
        Kapazität angenommen und sagt nichts über dieses Haus.
        """,
        """
        Capacities of real providers are not public. Wherever one is named, its capacity is \
        assumed and says nothing about that house.
        """),
      voice.say(
        "Welche Annahme ein Urteil umkehrt und bei welchem Wert, ist noch nicht untersucht.",
        "Which assumption turns a verdict round, and at which value, is not yet examined."),
      nightsLimit,
    ]
  }

  private var nightsLimit: String {
    let count = voice.nights(input.nights)
    if input.nights == 1 {
      return voice.say(
        "Eine Nacht trägt kein Urteil: ohne zweite gibt es weder Intervall noch Vergleich.",
        "One night supports no verdict: without a second there is no interval.")
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
