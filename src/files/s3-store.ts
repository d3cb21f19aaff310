// Files in a bucket of S3, or of anything that speaks like it. They go up in parts, so that none is held as a whole.
import { DeleteObjectCommand, GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { Readable } from "node:stream";
import { NoSuchObject, type ObjectStore } from "./object-store";
import type { S3Address } from "./s3-settings";

const PART_BYTES = 8 * 1024 * 1024;

export function s3Store({
  bucket,
  accessKeyId,
  secretAccessKey,
  ...where
}: S3Address): ObjectStore {
  const client = new S3Client({
    ...where,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    // stores of others don't know the checksums that AWS adds by itself; ours are in the pieces
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const at = (key: string) => ({ Bucket: bucket, Key: key });
  return {
    async put(key, source) {
      const upload = new Upload({
        ...{ client, partSize: PART_BYTES, queueSize: 1, leavePartsOnError: false },
        params: { ...at(key), Body: Readable.from(source, { objectMode: false }) },
      });
      await upload.done();
    },
    async get(key) {
      const { Body } = await client.send(new GetObjectCommand(at(key))).catch((error: Error) => {
        throw error.name === "NoSuchKey" ? new NoSuchObject() : error;
      });
      if (!(Body instanceof Readable)) throw new NoSuchObject();
      return Body;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
  };
}
