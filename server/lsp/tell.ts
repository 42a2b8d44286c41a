import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver/node';

/** Shows the user a message that asks for nothing: a request, as `connection.window` sends, has some editors wait for a choice. */
export function tell(connection: Connection, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}
