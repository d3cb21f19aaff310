/** A record as it was read, which is a plain object: by this name type-graphql makes no instance of its class for each field. */
export type Shown<T> = T;
