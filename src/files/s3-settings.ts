// S3_URL: where a bucket is and who may use it, in one address.

export type S3Address = {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** `https://KEY:SECRET@HOST/BUCKET?region=REGION`. Throws what is expected. */
export function s3Address(text: string): S3Address {
  const url = URL.canParse(text) ? new URL(text) : null;
  const bucket = url?.pathname.slice(1) ?? "";
  const isLocal = url !== null && ["localhost", "127.0.0.1"].includes(url.hostname);
  const isFit =
    url !== null &&
    (url.protocol === "https:" || (url.protocol === "http:" && isLocal)) &&
    url.username !== "" &&
    url.password !== "" &&
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket);
  if (!isFit)
    throw new Error(
      "it must be of the form https://KEY:SECRET@HOST/BUCKET?region=REGION, with http for loopback only.",
    );
  return {
    endpoint: url.origin,
    region: url.searchParams.get("region") ?? "us-east-1",
    bucket,
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
}
