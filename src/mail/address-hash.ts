// The keyed hash of a canonical address: equal addresses are found without being read, and a suppression outlives
// the address it is about. That is why its form never changes: nobody could make an old suppression's hash anew.
import { hashInLayers } from "../keys/address-hash-keys";

/** HMAC-SHA-256 of a canonical address, once more for each layer; 32 bytes. */
export const addressHash = (canonical: string): Buffer => hashInLayers(canonical);
