import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { documentRoot, loadPhp, runPhp, servePhp } from './php.js';

/**
 * Installs WordPress in `site` beside this file, serves it, and prints its origin and its version on a
 * line. The plugin is in `connect-elements` beside this file.
 */
const builds = 'node_modules/@wp-playground/wordpress-builds';
const config = `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_DIR', '/database/' );
define( 'AUTH_KEY', 'auth' );
define( 'SECURE_AUTH_KEY', 'secure-auth' );
define( 'LOGGED_IN_KEY', 'logged-in' );
define( 'NONCE_KEY', 'nonce' );
define( 'WP_HOME', 'http://' . ( $_SERVER['HTTP_HOST'] ?? '127.0.0.1' ) );
define( 'WP_SITEURL', WP_HOME );
define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1' );
$table_prefix = 'wp_';
require ABSPATH . 'wp-settings.php';
`;
const unpack = (file, folder) => `<?php
$zip = new ZipArchive();
if ( true !== $zip->open( '${file}' ) ) { throw new Exception( 'not a zip' ); }
$zip->extractTo( '${folder}' );
`;

await mkdir('site/zips', { recursive: true });
await cp(`${builds}/src/wordpress/wp-6.5.zip`, 'site/zips/wordpress.zip');
await cp(
  `${builds}/src/sqlite-database-integration/sqlite-database-integration.zip`,
  'site/zips/sqlite.zip',
);
const php = await loadPhp('site');
await runPhp(php, unpack(`${documentRoot}/zips/wordpress.zip`, documentRoot));
await runPhp(php, unpack(`${documentRoot}/zips/sqlite.zip`, `${documentRoot}/zips`));
await rename('site/zips/sqlite-database-integration-main', 'site/wp-content/plugins/sqlite');
// The archive has the code; scripts and style sheets lie beside it.
await cp(`${builds}/public/wp-6.5`, 'site', { recursive: true });
const dropIn = await readFile('site/wp-content/plugins/sqlite/db.copy', 'utf8');
await writeFile(
  'site/wp-content/db.php',
  dropIn
    .replaceAll('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', `${documentRoot}/wp-content/plugins/sqlite`)
    .replaceAll('{SQLITE_PLUGIN}', 'sqlite/load.php'),
);
await writeFile('site/wp-config.php', config);
// In PHP's own memory: SQLite wants locks that a mounted folder does not have.
php.mkdir('/database');
for (const name of ['tokens.json', 'backend.txt']) {
  php.writeFile(`/database/${name}`, await readFile(name));
}
await cp('connect-elements', 'site/wp-content/plugins/connect-elements', { recursive: true });
await cp('mu-plugins', 'site/wp-content/mu-plugins', { recursive: true });
const version = await runPhp(php, await readFile('set-up.php', 'utf8'));
console.log(`${await servePhp(php)} ${version.trim()}`);
