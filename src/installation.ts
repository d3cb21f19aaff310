// What an installation for real people needs beyond development mode: an address of its own in tokens and links, and one
// on which neither travels in the clear.
import type { Config } from "./config";
import { isLoopback } from "./database/development-mode";
import { StartUpError } from "./start-up-error";

export function refuseUnfitInstallation({
  isDevelopment,
  publicUrl,
  isPublicUrlGiven,
}: Config): void {
  if (isDevelopment) return;
  if (!isPublicUrlGiven) {
    throw new StartUpError(
      "PUBLIC_URL is not set, and development mode is off. Set it to the address under which people and tools reach the API: it stands in tokens and links.",
    );
  }
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol !== "https:" && !isLoopback(hostname)) {
    throw new StartUpError(
      "PUBLIC_URL starts with http://, on which passwords and tokens travel in the clear. Put a proxy with TLS before the API, and give its https:// address.",
    );
  }
}
