import { setTimeout as delay } from 'node:timers/promises';
import {
  createConnection, Message, ProposedFeatures, StreamMessageReader, StreamMessageWriter, type Connection,
} from 'vscode-languageserver/node';
import { cancelQueued } from './guard';

/** Milliseconds that answers under way may take once the client has closed its end. */
const patience = 5_000;

/**
 * A connection over standard input and output. A client that closes its end after its last question (a piped file) still
 * gets its answers before the process ends; vscode-languageserver's own connection leaves at once.
 */
export function stdioConnection(): Connection {
  const reader = new StreamMessageReader(process.stdin);
  const writer = new StreamMessageWriter(process.stdout);
  const open = new Set<number | string | null>();

  const listen = reader.listen.bind(reader);
  reader.listen = (callback) =>
    listen((message) => {
      if (Message.isRequest(message)) open.add(message.id);
      callback(message);
    });
  const write = writer.write.bind(writer);
  writer.write = async (message) => {
    await write(message);
    if (Message.isResponse(message)) open.delete(message.id);
  };

  const leave = async (): Promise<void> => {
    const end = Date.now() + patience;
    // The reader hands over what it has read a few turns after the stream's end.
    do await delay(20);
    while (open.size > 0 && Date.now() < end);
    process.exit(0);
  };
  process.stdin.once('end', () => void leave());
  process.stdin.once('close', () => void leave());
  return createConnection(ProposedFeatures.all, reader, writer, cancelQueued);
}
