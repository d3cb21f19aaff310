declare module "pg/lib/utils" {
  /** How pg turns a JavaScript value into a parameter. */
  export function prepareValue(value: unknown): unknown;
}
