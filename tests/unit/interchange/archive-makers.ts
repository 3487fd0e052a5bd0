import { crc32, deflateRawSync } from 'node:zlib';

type Files = readonly (readonly [string, string | Uint8Array])[];
const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** A zip archive of these files (PKWARE APPNOTE), deflated; `zip64`: with the long forms of sizes and places. */
export function zipOf(files: Files, options: { zip64?: boolean; encrypted?: boolean } = {}): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, content] of files) {
    const plain = bytesOf(content);
    const packed = deflateRawSync(plain);
    const name = Buffer.from(path);
    const crc = typeof crc32 === 'function' ? crc32(plain) : 0;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(options.encrypted ? 1 : 0, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(plain.length, 22);
    local.writeUInt16LE(name.length, 26);
    const extra = Buffer.alloc(options.zip64 ? 28 : 0);
    if (options.zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      extra.writeBigUInt64LE(BigInt(plain.length), 4);
      extra.writeBigUInt64LE(BigInt(packed.length), 12);
      extra.writeBigUInt64LE(BigInt(at), 20);
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(options.encrypted ? 1 : 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(options.zip64 ? 0xffffffff : packed.length, 20);
    entry.writeUInt32LE(options.zip64 ? 0xffffffff : plain.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(options.zip64 ? 0xffffffff : at, 42);
    directory.push(entry, name, extra);
    parts.push(local, name, packed);
    at += local.length + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.zip64 ? 0xffff : files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(options.zip64 ? 0xffffffff : at, 16);
  if (!options.zip64) return Buffer.concat([...parts, list, end]);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(BigInt(files.length), 32);
  end64.writeBigUInt64LE(BigInt(list.length), 40);
  end64.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at + list.length), 8);
  return Buffer.concat([...parts, list, end64, locator, end]);
}

/** A tar archive of these files (POSIX ustar), long names by GNU's way. */
export function tarOf(files: Files): Uint8Array {
  const blocks: Buffer[] = [];
  const add = (path: string, type: string, content: Uint8Array) => {
    const header = Buffer.alloc(512);
    header.write(path.slice(0, 100), 0);
    header.write('0000644\0', 100);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write(type, 156);
    header.write('ustar\0', 257);
    header.write('00', 263);
    const sum = header.reduce((all, byte) => all + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    blocks.push(header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512));
  };
  for (const [path, content] of files) {
    if (path.length > 100) add('././@LongLink', 'L', bytesOf(`${path}\0`));
    add(path, '0', bytesOf(content));
  }
  blocks.push(Buffer.alloc(1024));
  return Buffer.concat(blocks);
}
