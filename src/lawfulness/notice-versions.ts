// The versions of the privacy notice, and since when each could be read. A consent names the one that the person saw.
export const NOTICE_VERSIONS = [
  { version: "2021-01-11", publishedAt: "2021-01-11T00:00:00Z" },
] as const;

export const noticeVersion = (version: string) =>
  NOTICE_VERSIONS.find((each) => each.version === version);
