// A real SMTP server that keeps what it was given, and treats recipients as their names say.
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { SmtpServer } from "../../src/mail/settings";

export type Receiver = {
  server: SmtpServer;
  received: { from: string; to: string; text: string }[];
  signedInAs: string[];
  close(): Promise<void>;
};

const answer = (code: number, text: string) =>
  Object.assign(new Error(text), { responseCode: code });

const AT_RECIPIENT: Record<string, Error> = {
  unknown: answer(550, "5.1.1 There is no unknown@example.com here"),
  busy: answer(451, "4.7.1 Come back later"),
};
const AFTER_DATA: Record<string, Error> = {
  unwanted: answer(554, "5.7.1 We don't want that"),
  full: answer(452, "4.2.2 The mailbox is full"),
};

export async function openReceiver(options: SMTPServerOptions = {}): Promise<Receiver> {
  const received: Receiver["received"] = [];
  const signedInAs: string[] = [];
  const sockets = new Set<Socket>();
  const smtpServer = new SMTPServer({
    authOptional: true,
    disabledCommands: options.secure ? [] : ["STARTTLS"],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _session, done) => {
      signedInAs.push(username ?? "");
      if (password === "right") done(null, { user: username });
      else done(answer(535, "5.7.8 Wrong password"));
    },
    onMailFrom: ({ address }, _session, done) =>
      done(address.startsWith("banned") ? answer(550, "5.7.1 Not from you") : null),
    onRcptTo: ({ address }, _session, done) => done(AT_RECIPIENT[nameIn(address)] ?? null),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const to = session.envelope.rcptTo[0]?.address ?? "";
        const name = nameIn(to);
        const { mailFrom } = session.envelope;
        if (name === "lost") return sockets.forEach((socket) => socket.destroy());
        if (name === "silent") return undefined;
        if (AFTER_DATA[name]) return done(AFTER_DATA[name]);
        const from = mailFrom ? mailFrom.address : "";
        received.push({ from, to, text: Buffer.concat(pieces).toString() });
        done();
      });
    },
    ...options,
  });
  smtpServer.server.on(options.secure ? "secureConnection" : "connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  smtpServer.on("error", () => undefined); // clients that go away
  await new Promise<void>((done) => smtpServer.listen(0, "127.0.0.1", done));
  const { port } = smtpServer.server.address() as AddressInfo;
  return {
    server: { host: "127.0.0.1", port, isSecure: Boolean(options.secure), credentials: null },
    received,
    signedInAs,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      return new Promise((done) => smtpServer.close(done));
    },
  };
}

const nameIn = (address: string) => address.split("@")[0]!;
