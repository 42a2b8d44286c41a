import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/ask';
import { hoverText, openReportWith, place, reports, wenmai } from '../editor';

/** Every file below the folder with the time of its last change. */
async function files(): Promise<string[]> {
  const found = await vscode.workspace.findFiles('**/*');
  const stats = await Promise.all(found.map(async (uri) => `${uri.path} ${(await vscode.workspace.fs.stat(uri)).mtime}`));
  return stats.sort();
}

describe('a folder that is not trusted', () => {
  it('is read all the same', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const { reports: view } = await wenmai();
    await eventually(() => view.data.getChildren(), (rows) => rows.length > 0);
    const document = await openReportWith('医渡科技');
    await eventually(() => hoverText(document, place(document, '医渡科技')), (text) => text.includes('医渡科技'));
  });

  it('and not written to', async () => {
    const before = await files();
    assert(before.length >= (await reports()).length);
    await vscode.commands.executeCommand('wenmai.confirmEntity').then(undefined, () => undefined);
    assert.deepEqual(await files(), before);
  });
});
