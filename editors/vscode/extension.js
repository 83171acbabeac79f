// Starts `findings lsp` for the folder that is open, and hands over to it the files that it knows.
'use strict'

const vscode = require('vscode')
const { LanguageClient } = require('vscode-languageclient/node')

let client

function newClient() {
  const settings = vscode.workspace.getConfiguration('findings')
  const server = {
    command: settings.get('path'),
    args: ['lsp', ...settings.get('arguments')],
    options: { cwd: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath },
  }
  return new LanguageClient('findings', 'findings', server, {
    documentSelector: [
      { scheme: 'file', pattern: '**/content/**/*.md' },
      { scheme: 'file', pattern: '**/content/site.yml' },
      { scheme: 'file', pattern: '**/templates/**/*.mustache' },
    ],
    initializationOptions: { preview: settings.get('preview') },
  })
}

async function start() {
  client = newClient()
  try {
    await client.start()
  } catch (error) {
    vscode.window.showErrorMessage(
      `findings cannot be started (${error.message}); the setting findings.path says where it is.`)
  }
}

async function stop() {
  await client?.stop()
  client = undefined
}

exports.activate = async (context) => {
  const restart = async () => {
    await stop()
    await start()
  }
  context.subscriptions.push(
    vscode.commands.registerCommand('findings.restart', restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('findings')) restart()
    }))
  await start()
}

exports.deactivate = stop
