// Word lists of the story world. Every person, company and event made from them is fictional; telephone
// numbers come from the ranges that are kept free for fiction.
import type { Random } from "./random";

const GIVEN_NAMES = words(`
  Adaeze Agnieszka Aisha Alasdair Amélie Anders Anouk Arjun Astrid Aurélien Beatriz Björn Bronagh Callista
  Catarina Cédric Chiara Dagmar Daniel Deniz Dorota Éva Ebba Eilidh Elif Emeka Enzo Farida Felix Fionn
  Francesca Gabriel Giulia Gösta Hanna Håkon Hélène Ilse Imani Ingrid Jakub João Jörg Juno Kaito Käthe
  Kwame Lærke Lars Leonie Lucía Maarten Magda Malik Mateo Mélanie Milan Nia Niamh Noémie Olamide Oskar
  Paula Petra Priya Rafael Renée Rosa Ruben Sabine Samira Sander Signe Søren Sunniva Tadeusz Tamsin Theo
  Tove Ulrike Vera Wiebke Yara Yusuf Zofia`);

const FAMILY_NAMES = words(`
  Aaltonen Abara Achterberg Adeyemi Almeida Andersson Baumgärtner Beaumont Bergqvist Björklund Bonnet
  Brødsgaard Brzęczek Castellano Chaudhry Claes Costigan Dahlström Damgaard Delacroix Devlin Diallo Domínguez
  Drummond Eklund Engel Escudero Fairbairn Ferreira Fiedler Fontaine Gallagher Gärtner Giordano Głowacki
  Grünwald Haddad Halvorsen Hartigan Hofstede Holmberg Ibarra Iversen Jankowski Jørgensen Kapoor Kendrick
  Kjellberg Koroma Krämer Lachance Larkin Laursen Lefèvre Lindholm Löwe Macleod Marchetti Mbeki Meijer
  Moreau Müller Nakagawa Nordström Nowicki Núñez Oduya Okafor Olsson Østergaard Özdemir Pellegrini Pettersen
  Quigley Rasmussen Reinhardt Riedel Rousseau Sandoval Schröder Šimek Sørensen Stavros Strömberg Szabó
  Tavares Thorne Ueberschär Valdés Vanderveen Verhoeven Vogel Wójcik Weiß Whitlock Yamamoto Zeller Zhou`);

const COMPANY_WORDS = words(`
  Amberway Ashgrove Birkenhof Bridgeford Calder Copperline Dovetail Eastmere Elderflower Fairwind Fernhill
  Foxglove Goldfinch Greywater Hazelmere Heidekraut Inverlea Juniper Kestrel Kornblume Larkspur Lavande
  Lindenau Meadowlark Millrace Möwe Northgate Oakhurst Orchard Papillon Quayside Ravelin Rosewood Saffron
  Seabright Sommerfeld Tallow Thistle Tidewater Umber Vesper Waldrand Whitestone Wildrose Yarrow Zephyr`);
const COMPANY_TRADES = words(`
  Commerce Couriers Fulfilment Goods Home Logistics Mercantile Outfitters Parcels Retail Spedition Stores
  Supply Traders Versand Warehousing`);

export const JOB_TITLES = [
  "Customer care agent",
  "Customer care lead",
  "Dispatch coordinator",
  "Head of fulfilment",
  "Operations analyst",
  "Quality manager",
  "Returns specialist",
  "Team lead, inbound calls",
  "Warehouse manager",
] as const;

/** Events of the year at which people met us. */
export const STORY_EVENTS = [
  { name: "Spring Parcel Breakfast, Ghent", day: "2026-03-19", isOurs: true },
  { name: "Fulfilment Forum, Rotterdam", day: "2026-05-12", isOurs: false },
  { name: "Parcel Days, Leipzig", day: "2026-06-17", isOurs: false },
  {
    name: "Webinar: what callers ask before they return a parcel",
    day: "2026-07-08",
    isOurs: true,
  },
  { name: "Nordic Warehouse Week, Malmö", day: "2026-09-16", isOurs: false },
  { name: "Peak Season Round Table, Leeds", day: "2026-10-14", isOurs: true },
] as const;

/** Draws names that it hasn't drawn before. */
export function nameDrawer(random: Random, taken: readonly string[] = []): () => string {
  const drawn = new Set(taken);
  return () => {
    for (;;) {
      const name = `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`;
      if (!drawn.has(name)) {
        drawn.add(name);
        return name;
      }
    }
  };
}

export const companyName = (random: Random) =>
  `${random.pick(COMPANY_WORDS)} ${random.pick(COMPANY_TRADES)}`;

export const phoneNumber = (random: Random) =>
  `+44 1632 960${String(random.between(0, 999)).padStart(3, "0")}`;

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
