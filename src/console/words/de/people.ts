// Words about those whom marketing turns to, in German.
import type { people as english } from "../en/people";

export const people: typeof english = {
  group: "Marketing",
  prospectKinds: {
    PROSPECTIVE_CUSTOMER: "Möglicher Kunde",
    PARTNER: "Partner",
    EVENT_PARTICIPANT: "Teilnahme an Veranstaltung",
    VISITOR: "Besucher",
  },
  prospectBases: {
    LEGITIMATE_INTERESTS: "Berechtigte Interessen: halten ja, anschreiben nein",
    CONSENT: "Einwilligung: die Person stimmte zu, auch E-Mails",
  },
  interactionKinds: {
    SITE: "Auf einer unserer Seiten",
    AD: "Über eine Anzeige",
    EVENT: "Bei einer Veranstaltung",
    EMAIL: "Per E-Mail",
  },
  mailable: "Per E-Mail",
  mayEmail: "Erlaubt",
  mayNotEmail: "Nicht erlaubt",
  createdAt: "Seit",
  name: "Name",
  noName: "Ohne Namen",
  wholeAddress: "Eine Adresse findet man nur ganz.",
  prospects: {
    title: "Interessenten",
    about: "Menschen, die uns begegnet sind, soweit wir sie bewerben dürfen.",
    empty: "Noch kein Interessent. Legen Sie einen an, oder importieren Sie eine Datei.",
    nameStartsWith: "Name beginnt mit",
    kind: "Beziehung",
    company: "Unternehmen",
    source: "Quelle",
    informed: "Darüber informiert",
    isInformed: "Informiert",
    isToBeInformed: "Noch zu informieren",
    informedOn: "Informiert am",
    toBeInformedBy: "Zu informieren bis",
    toBeInformedBefore: "Zu informieren vor",
    add: "Neuer Interessent",
  },
  informing: {
    mark: "Als informiert vermerken",
    title: (count) =>
      count === "1" ? "Diese Person informiert?" : `Diese ${count} Personen informiert?`,
    detail:
      "An welchem Tag wurde mitgeteilt, dass wir ihre Daten haben (Art. 14 DSGVO)? Wer schon informiert war, behält den ersten Tag. Wessen Frist vorbei ist, bleibt geschlossen.",
    day: "Informiert am",
    tooMany: (most) => `Höchstens ${most} auf einmal. Wählen Sie weniger.`,
    done: (count) =>
      count === "1"
        ? "1 Person ist als informiert vermerkt."
        : `${count} Personen sind als informiert vermerkt.`,
  },
  prospect: {
    edit: "Bearbeiten",
    fields: "Angaben",
    basis: "Rechtsgrundlage",
    chooseBasis: "Worauf gestützt",
    consentTitle: "Worin die Person eingewilligt hat",
    wording: "Was der Person gezeigt wurde",
    wordingHint: "Der Text neben dem Kästchen, Wort für Wort.",
    givenAt: "Wann die Person eingewilligt hat",
    sourceHint: "Woher wir die Daten haben. Die Person erfährt es.",
    informedHint: "Leer lassen, wenn noch nicht: Dann schließt das Marketing nach 30 Tagen.",
    add: "Anlegen",
    added: "Der Interessent ist angelegt.",
    openOther: "Interessent mit dieser Adresse öffnen",
    nobodyMet: "Keine Begegnung mit uns bekannt.",
    interactions: "Wie die Person uns begegnet ist",
  },
  subscribers: {
    title: "Abonnenten",
    about: "Leser, an die der Newsletter gehen darf.",
    empty:
      "Noch kein Abonnent. Leser melden sich selbst an; eine Liste mit bestätigten lässt sich importieren.",
  },
  contacts: {
    title: "Ansprechpersonen",
    about: "Menschen bei Kunden, die wir bewerben dürfen.",
    empty: "Noch keine Ansprechperson, die wir bewerben dürfen.",
  },
  suppressing: {
    open: "Adresse sperren",
    title: "Nie wieder an diese Adresse schreiben?",
    final:
      "Das lässt sich nicht zurücknehmen. Niemand hier kann die Sperre aufheben, kein Import und kein Werkzeug bringt die Adresse zurück, und sie bleibt, auch wenn die Person gelöscht wird.",
    address: "E-Mail-Adresse",
    purpose: "Wofür",
    everything: "Für alles",
    purposes: {
      NEWSLETTER: "Für den Newsletter",
      MARKETING_AND_SALES: "Für Marketing und Vertrieb",
    },
    reason: "Warum",
    reasonHint: "Keine personenbezogenen Daten: «am Telefon gewünscht», «Mail kam zurück».",
    act: "Endgültig sperren",
    done: "Die Adresse ist gesperrt.",
  },
  waiting: {
    dueTitle: "Über ihre Daten zu informieren",
    dueSoon: (count, days) =>
      count === 1
        ? `1 Interessent ist binnen ${days} Tagen zu informieren`
        : `${count} Interessenten sind binnen ${days} Tagen zu informieren`,
    missed: (count) =>
      count === 1
        ? "1 wurde nicht rechtzeitig informiert: für Marketing geschlossen, und das bleibt so"
        : `${count} wurden nicht rechtzeitig informiert: für Marketing geschlossen, und das bleibt so`,
    noneDue: "In den nächsten Tagen ist niemand zu informieren.",
    notCounted: "Noch nicht gezählt. Gezählt wird jede Nacht.",
    countedAt: "Gezählt",
    importsTitle: "Importe",
    noImports: "Kein Import wartet.",
    exportsTitle: "Exporte",
    noExports: "Keine Datei liegt bereit.",
  },
};
