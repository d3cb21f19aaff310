// The part of s3rver that is used here.
declare module "s3rver" {
  class S3rver {
    constructor(options: Record<string, unknown>);
    run(): Promise<unknown>;
    close(): Promise<void>;
  }
  export = S3rver;
}
