// A file on its way to the server, as it is, with how much of it has left. XMLHttpRequest, since fetch tells nothing of it.
import { Fault } from "../api/fault";
import { bearerNow, dropToken } from "../api/session";

export type Sent = { fileId: string };
export type Sending = { signal: AbortSignal; progress(percent: number): void };

export const FILE_BYTES_MAXIMUM = 1024 ** 3;

export async function upload(file: File, sending: Sending): Promise<Sent> {
  const bearer = await bearerNow();
  try {
    return await send(file, bearer, sending);
  } catch (error) {
    if (!(error instanceof Fault) || error.kind !== "SESSION_OVER") throw error;
    dropToken(bearer);
    return send(file, await bearerNow(), sending);
  }
}

function send(file: File, bearer: string, { signal, progress }: Sending): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/uploads");
    request.setRequestHeader("authorization", `Bearer ${bearer}`);
    // what a system takes the file for says nothing: it is looked at
    request.setRequestHeader("content-type", "text/csv");
    request.setRequestHeader("content-disposition", dispositionOf(file.name));
    request.upload.onprogress = ({ loaded, total }) => progress(total ? (100 * loaded) / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as Sent);
      else reject(faultIn(request));
    };
    request.onerror = () => reject(new Fault("AWAY", ""));
    request.onabort = () => reject(new DOMException("Ended.", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

const dispositionOf = (name: string) =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`;

type Refused = {
  errors?: { message: string; extensions?: { code?: string; reference?: string } }[];
};

function faultIn(request: XMLHttpRequest): Fault {
  const [first] = refusedIn(request.responseText).errors ?? [];
  const more = {
    code: first?.extensions?.code ?? null,
    reference: first?.extensions?.reference ?? request.getResponseHeader("x-request-id"),
    retryAfterSeconds: Number(request.getResponseHeader("retry-after") ?? 2),
  };
  const kind =
    request.status === 401 ? "SESSION_OVER" : request.status === 429 ? "TOO_MANY" : "REFUSED";
  return new Fault(kind, first?.message ?? "", more);
}

function refusedIn(text: string): Refused {
  try {
    return JSON.parse(text) as Refused;
  } catch {
    return {};
  }
}
