// The words that the story world is made of, and the dice that always fall alike.

export const FIRST_NAMES =
  "Amara Bela Chiara Dario Elif Farid Grace Henrik Ines Jonas Kira Leon Mina Nils Olga Pavel Rosa Sven Talia Umut Vera Wanja Yara Zoltan Jürgen Zoë".split(
    " ",
  );
export const LAST_NAMES =
  "Adeyemi Berger Castellano Dahl Eriksen Fontaine Gruber Haddad Ivanov Jansen Kowalski Lorenz Moreau Novak Okafor Petrov Quint Rossi Schäfer Tanaka Ueda Vogel Weiss Xu Yilmaz Zhang".split(
    " ",
  );
export const COMPANIES =
  "Castle Crates|Dune Deliveries|Elderberry Express|Fjord Freight|Granite Goods|Hollow Oak Supply|Ivory Imports|Juniper Logistics|Kestrel Courier|Lantern Lane Stores|Meadow Market|Northgate Depot".split(
    "|",
  );

/** A fixed sequence of numbers in [0, 1) (mulberry32). */
export function dice(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
