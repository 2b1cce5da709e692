// Completion and hover in `beleg.toml` and `actors.toml`, from their schemas. What is wrong with them the server tells.
import * as vscode from 'vscode';
import actors from '../../actors.schema.json';
import config from '../../beleg.schema.json';

/** JSON Schema, as far as these files use it. */
interface Schema {
  description?: string;
  type?: string;
  default?: unknown;
  const?: string;
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
  $ref?: string;
  $defs?: Record<string, Schema>;
}

const FILES: [string, Schema][] = [
  ['**/beleg.toml', config as Schema],
  ['**/actors.toml', actors as Schema],
];

export function register(): vscode.Disposable {
  return vscode.Disposable.from(
    ...FILES.flatMap(([pattern, schema]) => {
      const provider = new Provider(schema);
      const files = { scheme: 'file', pattern };
      return [vscode.languages.registerCompletionItemProvider(files, provider, '"', '['), vscode.languages.registerHoverProvider(files, provider)];
    }),
  );
}

class Provider implements vscode.CompletionItemProvider, vscode.HoverProvider {
  constructor(private readonly root: Schema) {}

  provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
    const before = document.lineAt(position.line).text.slice(0, position.character);
    // Names have hyphens and stops in them, which end a word for VS Code: without this it would put them in twice.
    const range = new vscode.Range(position.line, position.character - /[\w.-]*$/.exec(before)![0].length, position.line, position.character);
    return this.complete(document, position, before).map((one) => Object.assign(one, { range }));
  }

  private complete(document: vscode.TextDocument, position: vscode.Position, before: string): vscode.CompletionItem[] {
    const opened = /^\s*(\[{1,2})[\w.-]*$/.exec(before);
    if (opened !== null) return this.tables().filter(([, list]) => list === (opened[1] === '[[')).map(([name, , schema]) => item(name, schema, name));
    const table = this.table(document, position.line);
    if (table === undefined) return [];
    const value = /^\s*([\w-]+)\s*=\s*("?)[\w-]*$/.exec(before);
    if (value !== null) {
      const key = this.resolve(table.properties?.[value[1]!]);
      const choices = key?.oneOf?.filter((one) => one.const !== undefined) ?? [];
      return choices.map((one) => item(one.const!, one, value[2] === '"' ? one.const! : `"${one.const}"`, vscode.CompletionItemKind.EnumMember));
    }
    if (!/^\s*[\w-]*$/.test(before)) return [];
    const there = this.keys(document, position.line);
    const properties = Object.entries(table.properties ?? {}).filter(([name, one]) => !there.has(name) && !this.isTable(one));
    return properties.map(([name, one]) => item(name, { ...this.resolve(one), ...one }, new vscode.SnippetString(`${name} = ${this.start(one)}`)));
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const word = document.getWordRangeAtPosition(position, /[\w-]+/);
    if (word === undefined) return undefined;
    const line = document.lineAt(position.line).text;
    const name = document.getText(word);
    const ahead = line.slice(0, word.start.character);
    const schema = /^\s*$/.test(ahead) ? this.table(document, position.line)?.properties?.[name] : /^\s*\[{1,2}$/.test(ahead) ? this.root.properties?.[name] : undefined;
    const said = schema?.description ?? this.resolve(schema)?.description;
    return said === undefined ? undefined : new vscode.Hover(new vscode.MarkdownString(said), word);
  }

  private resolve(schema: Schema | undefined): Schema | undefined {
    const name = schema?.$ref?.replace('#/$defs/', '');
    return name === undefined ? schema : this.root.$defs?.[name];
  }

  private isTable(schema: Schema): boolean {
    const { type, items } = this.resolve(schema) ?? {};
    return type === 'object' || (type === 'array' && this.resolve(items)?.type === 'object' && this.resolve(items)?.properties?.title === undefined);
  }

  /** Every table's name, whether it is one of a list, and what it is. */
  private tables(): [string, boolean, Schema][] {
    return Object.entries(this.root.properties ?? {}).flatMap(([name, schema]): [string, boolean, Schema][] => {
      const inner = Object.entries(this.resolve(schema)?.properties ?? {}).filter(([, one]) => this.isTable(one));
      return [[name, this.resolve(schema)?.type === 'array', schema], ...inner.map(([key, one]): [string, boolean, Schema] => [`${name}.${key}`, one.type === 'array', one])];
    });
  }

  /** The schema of the table a line stands in. */
  private table(document: vscode.TextDocument, line: number): Schema | undefined {
    for (let n = line; n >= 0; n--) {
      const name = /^\s*\[{1,2}([\w.-]+)\]{1,2}/.exec(document.lineAt(n).text)?.[1];
      if (name === undefined) continue;
      let schema: Schema | undefined = this.root;
      for (const part of name.split('.')) {
        schema = this.resolve(schema?.properties?.[part]);
        if (schema?.type === 'array') schema = this.resolve(schema.items);
      }
      return schema;
    }
    return undefined;
  }

  /** The keys that the table around a line has already. */
  private keys(document: vscode.TextDocument, line: number): Set<string> {
    const found = new Set<string>();
    const read = (n: number): boolean => {
      const text = document.lineAt(n).text;
      const key = /^\s*([\w-]+)\s*=/.exec(text)?.[1];
      if (key !== undefined) found.add(key);
      return !/^\s*\[/.test(text);
    };
    for (let n = line - 1; n >= 0 && read(n); n--);
    for (let n = line + 1; n < document.lineCount && read(n); n++);
    return found;
  }

  /** How a value of a key begins, with the caret where it is to be filled in. */
  private start(schema: Schema): string {
    const { type, oneOf } = this.resolve(schema) ?? {};
    if (type === 'array') return '[$0]';
    if (type === 'boolean') return '${1|true,false|}';
    const choices = oneOf?.flatMap((one) => one.const ?? []);
    return choices?.length ? `"\${1|${choices.join(',')}|}"` : '"$0"';
  }
}

function item(name: string, { description }: Schema, insert: string | vscode.SnippetString, kind = vscode.CompletionItemKind.Property): vscode.CompletionItem {
  const one = new vscode.CompletionItem(name, kind);
  one.insertText = insert;
  if (description !== undefined) one.documentation = new vscode.MarkdownString(description);
  return one;
}
