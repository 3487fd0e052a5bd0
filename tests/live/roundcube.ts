import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { account } from './account.ts';
import type { Mail } from './mails.ts';
import { versionOf } from './packages.ts';
import { freePort, listening, type Running, serverIds, start } from './processes.ts';

/** Debian packages of the live Roundcube. `php-cgi` stands for the web server that `php` would else bring. */
export const roundcubePackages = [
  'roundcube-core',
  'roundcube-sqlite3',
  'roundcube-skin-larry',
  'php-cgi',
  'dovecot-imapd',
  'python3-aiosmtpd',
];

/** A Roundcube with its mail server and an SMTP sink, all on the loopback. */
export interface Roundcube {
  /** `http://127.0.0.1:<port>`, no slash at the end. */
  origin: string;
  version: string;
  /** Everything that was sent so far, raw. */
  sent(): string[];
  /** Where the logs of all programs lie, until `stop`. */
  dir: string;
  stop(): Promise<void>;
}

const dovecotConf = (dir: string, port: number): string => `
protocols = imap
listen = 127.0.0.1
base_dir = ${dir}/dovecot
state_dir = ${dir}/dovecot
instance_name = renmai-live
default_internal_user = nobody
default_internal_group = nogroup
default_login_user = nobody
log_path = ${dir}/dovecot.log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:${dir}/Maildir
passdb {
  driver = static
  args = password=${account.password}
}
userdb {
  driver = static
  args = uid=${serverIds().uid ?? process.getuid?.()} gid=${serverIds().gid ?? process.getgid?.()} home=${dir}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
}
`;

const roundcubeConf = (dir: string, imap: number, smtp: number): string => `<?php
$config = [];
$config['db_dsnw'] = 'sqlite:///${dir}/roundcube.db?mode=0600';
$config['imap_host'] = '127.0.0.1:${imap}';
$config['smtp_host'] = '127.0.0.1:${smtp}';
$config['smtp_user'] = '';
$config['smtp_pass'] = '';
$config['mail_domain'] = 'sails.example';
$config['des_key'] = 'twenty-four-characters-x';
$config['plugins'] = [];
$config['skin'] = 'elastic';
$config['language'] = 'en_US';
$config['log_dir'] = '${dir}/logs/';
$config['temp_dir'] = '${dir}/temp/';
$config['drafts_mbox'] = 'Drafts';
$config['sent_mbox'] = 'Sent';
$config['mail_pagesize'] = 500;
$config['mail_read_time'] = -1;
$config['draft_autosave'] = 0;
$config['session_lifetime'] = 60;
`;

/** Fills a Maildir: one file a mail, in order of arrival, already seen. */
function fill(maildir: string, mails: Mail[]): void {
  for (const folder of ['INBOX', 'Sent', 'Drafts'])
    for (const part of ['cur', 'new', 'tmp'])
      mkdirSync(join(maildir, folder === 'INBOX' ? '' : `.${folder}`, part), { recursive: true });
  mails.forEach(({ folder, raw }, index) => {
    const at = join(maildir, folder === 'INBOX' ? '' : `.${folder}`, 'cur');
    const number = String(index + 1).padStart(5, '0');
    writeFileSync(join(at, `1790000000.M${number}.live,S=${raw.length}:2,S`), raw);
  });
}

/** Gives everything under `path` to the account that servers run as. */
function giveAway(path: string): void {
  const { uid, gid } = serverIds();
  if (uid === undefined || gid === undefined) return;
  chownSync(path, uid, gid);
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true }))
    chownSync(join(entry.parentPath, entry.name), uid, gid);
}

/** Starts Roundcube over a Maildir with these mails. `config` is PHP added to its configuration. @throws Error with the log's place. */
export async function startRoundcube(mails: Mail[], config = ''): Promise<Roundcube> {
  const dir = mkdtempSync(join(tmpdir(), 'renmai-live-'));
  const [imap, smtp, http] = [await freePort(), await freePort(), await freePort()];
  for (const part of ['dovecot', 'config', 'logs', 'temp', 'sessions']) mkdirSync(join(dir, part));
  fill(join(dir, 'Maildir'), mails);
  writeFileSync(join(dir, 'dovecot.conf'), dovecotConf(dir, imap));
  copyFileSync('/etc/roundcube/defaults.inc.php', join(dir, 'config/defaults.inc.php'));
  copyFileSync('/etc/roundcube/mimetypes.php', join(dir, 'config/mimetypes.php'));
  writeFileSync(join(dir, 'config/config.inc.php'), `${roundcubeConf(dir, imap, smtp)}${config}`);
  const schema = '/usr/share/roundcube/SQL/sqlite.initial.sql';
  execFileSync('php', [
    '-r',
    '(new PDO("sqlite:" . $argv[1]))->exec(file_get_contents($argv[2]));',
    '--',
    join(dir, 'roundcube.db'),
    schema,
  ]);
  chmodSync(dir, 0o755);
  giveAway(dir);

  const running: Running[] = [];
  const stop = async () => {
    for (const each of running.reverse()) await each.stop();
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const run = async (name: string, port: number, program: string, args: string[], env: Record<string, string> = {}) => {
    running.push(await start(program, args, { log: join(dir, `${name}.out`), cwd: dir, env }));
    await listening(port, name);
  };
  try {
    await run('dovecot', imap, 'dovecot', ['-F', '-c', join(dir, 'dovecot.conf')]);
    await run('smtp', smtp, 'python3', [
      ...['-m', 'aiosmtpd', '-n', '-l', `127.0.0.1:${smtp}`],
      ...['-c', 'aiosmtpd.handlers.Mailbox', join(dir, 'sent')],
    ]);
    const settings = [`session.save_path=${dir}/sessions`, 'memory_limit=256M', 'display_errors=0'];
    await run(
      'php',
      http,
      'php',
      [...settings.flatMap((each) => ['-d', each]), '-S', `127.0.0.1:${http}`, '-t', '/var/lib/roundcube'],
      { ROUNDCUBE_CONFIG_DIR: join(dir, 'config'), PHP_CLI_SERVER_WORKERS: '4' },
    );
  } catch (cause) {
    for (const each of running.reverse()) await each.stop();
    throw new Error(`The live Roundcube did not start; its logs are in ${dir}.`, { cause });
  }
  return {
    origin: `http://127.0.0.1:${http}`,
    version: versionOf('roundcube-core'),
    dir,
    sent: () => {
      const at = join(dir, 'sent/new');
      return existsSync(at) ? readdirSync(at).map((file) => readFileSync(join(at, file), 'utf8')) : [];
    },
    stop,
  };
}
