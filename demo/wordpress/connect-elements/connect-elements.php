<?php
/**
 * Plugin Name: Connect elements
 * Description: Lets logged-in subscribers see and pay what they owe, through the Connect API: a block and a shortcode for each element, and a proxy that keeps tokens out of pages.
 * Version: 1.0.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 *
 * Copy the folder `dist/cdn` of the package to `assets` beside this file. Where the subscriber's access
 * token comes from is for the site's own login to say, by the filter `connect_elements_access_token`.
 */

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/includes/proxy-rules.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/markup.php';
require __DIR__ . '/includes/tags.php';
require __DIR__ . '/includes/proxy.php';
