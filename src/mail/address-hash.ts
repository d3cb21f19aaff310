// The keyed hash of a canonical address: equal addresses are found without being read, and a suppression outlives
// the address it is about. That is why its form never changes: nobody could make an old suppression's hash anew.
import { createHmac } from "node:crypto";
import { hashKey } from "../keys/hash-keys";

/** HMAC-SHA-256 of a canonical address, 32 bytes. */
export const addressHash = (canonical: string): Buffer =>
  createHmac("sha256", hashKey("address-hash")).update(canonical).digest();
