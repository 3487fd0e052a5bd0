/** A file of a folder with its path in it, as an `<input webkitdirectory>` gives it. */
function withPath(file: File, path: string): File {
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** What a folder holds comes in pieces, until an empty one. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [withPath(await fileOf(entry as FileSystemFileEntry), entry.fullPath.replace(/^\//, ''))];
  const inner = await entriesOf(entry as FileSystemDirectoryEntry);
  const files: File[] = [];
  for (const one of inner) files.push(...(await filesIn(one)));
  return files;
}

/** Files that were dropped, those within dropped folders among them. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const plain = [...transfer.files];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const folders = entries.filter((entry) => entry?.isDirectory === true);
  if (folders.length === 0) return plain;
  const names = new Set(folders.map((folder) => folder?.name));
  const files = plain.filter((file) => !names.has(file.name));
  for (const folder of folders) if (folder !== null) files.push(...(await filesIn(folder)));
  return files;
}

/** Lets the user choose a folder; its files, none where the user thinks better of it. */
export function chooseFolder(): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.webkitdirectory = true;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
