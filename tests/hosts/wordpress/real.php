<?php
// php real.php <WordPress> <wp-content> <socket> <step>: a real WordPress on a real database, without a web server.
//   install  makes the tables, a user of each role, and activates the plugin
//   show     reads what to paste as JSON on standard input, lets each user publish it in each way, and prints what
//            readers get as JSON. What WordPress asks of https://letters.example/ is answered from `site`.

list( , $wordpress, $content, $socket, $step ) = $argv;
$_SERVER += array( 'HTTP_HOST' => 'host.example', 'SERVER_NAME' => 'host.example', 'REQUEST_METHOD' => 'GET', 'REQUEST_URI' => '/' );
define( 'ABSPATH', "$wordpress/" );
define( 'WP_CONTENT_DIR', $content );
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', "localhost:$socket" );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_DEBUG', false );
define( 'DISABLE_WP_CRON', true );
foreach ( array( 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ) as $key ) {
	define( $key, $key );
}
$table_prefix = 'wp_';
if ( 'install' === $step ) {
	define( 'WP_INSTALLING', true );
}
require ABSPATH . 'wp-settings.php';

if ( 'install' === $step ) {
	require ABSPATH . 'wp-admin/includes/upgrade.php';
	add_filter( 'pre_wp_mail', '__return_true' );
	wp_install( 'Host', 'administrator', 'a@host.example', false, '', 'a' );
	foreach ( array( 'editor', 'author' ) as $role ) {
		wp_insert_user( array( 'user_login' => $role, 'user_pass' => 'a', 'user_email' => "$role@host.example", 'role' => $role ) );
	}
	update_option( 'home', 'https://host.example' );
	update_option( 'active_plugins', array( 'open-letter/open-letter.php' ) );
	exit;
}

$given = json_decode( stream_get_contents( STDIN ), true, 16, JSON_THROW_ON_ERROR );
add_filter(
	'pre_http_request',
	function ( $answer, $options, $url ) use ( $given ) {
		$path = preg_match( '#^https://letters\.example(/[^?\#]*)#', $url, $parts ) ? $parts[1] : '';
		$file = $given['site'] . $path . ( '/' === substr( $path, -1 ) ? 'index.html' : '' );
		$code = '' !== $path && is_file( $file ) ? 200 : 404;
		return array(
			'headers'  => array( 'content-type' => 'text/html' ),
			'body'     => 200 === $code ? file_get_contents( $file ) : '',
			'response' => array( 'code' => $code, 'message' => '' ),
			'cookies'  => array(),
		);
	},
	10,
	3
);
update_option( 'open_letter_trusted', open_letter_sanitize( $given['trusted'] ) );

/** Publishes a post as the current user; its number. */
function published( $text, $type = 'post' ) {
	return wp_insert_post( wp_slash( array( 'post_title' => 'T', 'post_content' => $text, 'post_status' => 'publish', 'post_type' => $type ) ) );
}

/** What readers get of a post. */
function shown( $number ) {
	wp_set_current_user( 0 );
	wp_scripts()->queue = array();
	$GLOBALS['post']    = get_post( $number );
	setup_postdata( $GLOBALS['post'] );
	$html = apply_filters( 'the_content', $GLOBALS['post']->post_content );
	return array( 'html' => $html, 'scripts' => wp_scripts()->queue );
}

$around  = fn( $block ) => "<!-- wp:paragraph --><p>Before the letter.</p><!-- /wp:paragraph -->\n\n$block\n\n<!-- wp:paragraph --><p>After the letter.</p><!-- /wp:paragraph -->";
$classic = fn( $text ) => "Before the letter.\n\n$text\n\nAfter the letter.";
$src     = 'https://letters.example/letters/x/letter.json';
$block   = '<!-- wp:open-letter/letter {"src":"' . $src . '","theme":"dark"} /-->';
$short   = "[open-letter src=\"$src\"]<a href=\"https://letters.example/letters/x/\">A link to the letter</a>[/open-letter]";
$results = array();
foreach ( array( 'administrator', 'editor', 'author' ) as $role ) {
	$as = function () use ( $role ) {
		wp_set_current_user( get_user_by( 'login', $role )->ID );
		kses_init();
	};
	$ways = array(
		'Custom HTML block'   => fn() => published( $around( "<!-- wp:html -->\n{$given['whole']}\n<!-- /wp:html -->" ) ),
		'classic text'        => fn() => published( $classic( $given['whole'] ) ),
		'block'               => fn() => published( $around( $block ) ),
		'shortcode block'     => fn() => published( $around( "<!-- wp:shortcode -->\n$short\n<!-- /wp:shortcode -->" ) ),
		'classic shortcode'   => fn() => published( $classic( $short ) ),
		'synced pattern'      => fn() => published( $around( '<!-- wp:block {"ref":' . published( $block, 'wp_block' ) . '} /-->' ) ),
		'address of the page' => fn() => published( $classic( 'https://letters.example/letters/x/' ) ),
	);
	foreach ( $ways as $way => $publish ) {
		$as();
		$results[] = shown( $publish() ) + compact( 'role', 'way' );
	}
	// A widget's text goes through filters of its own.
	$as();
	wp_scripts()->queue = array();
	$html      = apply_filters( 'widget_block_content', $around( $block ), array(), null );
	$results[] = array( 'html' => $html, 'scripts' => wp_scripts()->queue, 'role' => $role, 'way' => 'widget' );
}
echo json_encode( array( 'version' => get_bloginfo( 'version' ), 'results' => $results ), JSON_THROW_ON_ERROR );
