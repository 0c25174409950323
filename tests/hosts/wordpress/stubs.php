<?php
// Stand-ins for the WordPress functions that the plugin and its tests use, by their documented contracts.

define( 'ABSPATH', __DIR__ );

$scripts    = array(); // Enqueued scripts.
$shortcodes = array();
$filters    = array();
$actions    = array();
$options    = array(); // By name.
$network    = false;   // Whether the site belongs to a network.
$may        = array(); // The user's capabilities.
$menus      = array(); // Pages under Settings, by name.
$settings   = array(); // By name.
$fields     = array(); // Of a page, by name.
$errors     = array(); // Messages to an administrator.

function add_shortcode( $tag, $call ) {
	$GLOBALS['shortcodes'][ $tag ] = $call;
}

// name="value", name='value', name=value, or a value alone.
function read_attributes( $text ) {
	$given = array();
	preg_match_all( '/([\w-]+)=(?:"([^"]*)"|\'([^\']*)\'|([^\s"\']+))(?=\s|$)|(\S+)/', $text, $found, PREG_SET_ORDER );
	foreach ( $found as $one ) {
		if ( '' === $one[1] ) {
			$given[] = end( $one );
		} else {
			$given[ strtolower( $one[1] ) ] = end( $one );
		}
	}
	return $given ? $given : '';
}

function do_shortcode( $text ) {
	return preg_replace_callback(
		'/\[(open-letter)((?:\s[^\]]*)?)\](?:(.*?)\[\/open-letter\])?/s',
		fn( $found ) => $GLOBALS['shortcodes'][ $found[1] ]( read_attributes( trim( $found[2] ) ), $found[3] ?? '', $found[1] ),
		$text
	);
}

function add_filter( $name, $call ) {
	$GLOBALS['filters'][ $name ] = $call;
}

function apply_filters( $name, $value, ...$more ) {
	return isset( $GLOBALS['filters'][ $name ] ) ? $GLOBALS['filters'][ $name ]( $value, ...$more ) : $value;
}

function wp_enqueue_script( $handle, $src, $needs, $version, $how ) {
	$GLOBALS['scripts'][ $handle ] ??= compact( 'src', 'needs', 'version', 'how' );
}

// Empty for a scheme that is not allowed; removes characters that an address can't have.
function esc_url_raw( $url, $protocols = array() ) {
	$url = preg_replace( '/[^a-z0-9-~+_.?#=!&;,\/:%@$|*\'()\[\]\x80-\xff]/i', '', $url );
	return in_array( strtolower( (string) strstr( $url, ':', true ) ), $protocols, true ) ? $url : '';
}

function esc_url( $url, $protocols = array() ) {
	return str_replace( array( '&', "'" ), array( '&#038;', '&#039;' ), esc_url_raw( $url, $protocols ) );
}

function esc_attr( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false );
}

function esc_html( $text ) {
	return esc_attr( $text );
}

function wp_kses_post( $html ) {
	$html = strip_tags( $html, '<a><b><br><div><em><li><p><strong><ul>' );
	return preg_replace( '/\son\w+="[^"]*"|\shref="javascript:[^"]*"/i', '', $html );
}

// Closes open tags, and removes end tags without a start tag.
function force_balance_tags( $html ) {
	$open     = array();
	$balanced = preg_replace_callback(
		'#<(/?)(\w+)[^>]*>#',
		function ( $tag ) use ( &$open ) {
			if ( 'br' === $tag[2] ) {
				return $tag[0];
			}
			if ( '' === $tag[1] ) {
				$open[] = $tag[2];
				return $tag[0];
			}
			return end( $open ) === $tag[2] && array_pop( $open ) ? $tag[0] : '';
		},
		$html
	);
	return $balanced . implode( '', array_map( fn( $name ) => "</$name>", array_reverse( $open ) ) );
}

function get_post() {
	return $GLOBALS['post'];
}

function user_can( $user, $capability ) {
	return 7 === $user && 'unfiltered_html' === $capability;
}

function current_user_can( $capability ) {
	return 'edit_posts' === $capability ? ! empty( $GLOBALS['editing'] ) : in_array( $capability, $GLOBALS['may'], true );
}

function is_multisite() {
	return $GLOBALS['network'];
}

function __( $text, $domain ) {
	return 'open-letter' === $domain ? $text : throw new Exception( "$text: no text of this plugin" );
}

function esc_html__( $text, $domain ) {
	return esc_html( __( $text, $domain ) );
}

function esc_textarea( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8' );
}

function __return_null() {
	return null;
}

function add_action( $name, $call ) {
	$GLOBALS['actions'][ $name ] = $call;
}

function register_uninstall_hook( $file, $call ) {
	$GLOBALS['uninstall'] = $call;
}

function get_option( $name, $default ) {
	return $GLOBALS['options'][ $name ] ?? $default;
}

function delete_option( $name ) {
	unset( $GLOBALS['options'][ $name ] );
}

function get_sites( $query ) {
	return array( 1 );
}

function delete_blog_option( $site, $name ) {
	delete_option( $name );
}

function add_options_page( $heading, $title, $capability, $name, $show ) {
	$GLOBALS['menus'][ $name ] = compact( 'title', 'capability', 'show' );
}

function register_setting( $group, $name, $setting ) {
	$GLOBALS['settings'][ $name ] = $setting + compact( 'group' );
}

function add_settings_section( $section, $title, $show, $page ) {
}

function add_settings_field( $name, $title, $show, $page, $section, $more ) {
	$GLOBALS['fields'][ $page ][ $name ] = compact( 'title', 'show' );
}

function add_settings_error( $setting, $code, $message ) {
	$GLOBALS['errors'][] = $message;
}

// The real one prints a nonce for the group.
function settings_fields( $group ) {
	echo "<input type=\"hidden\" name=\"option_page\" value=\"$group\">";
}

function do_settings_sections( $page ) {
	foreach ( $GLOBALS['fields'][ $page ] as $name => $field ) {
		echo "<label for=\"$name\">{$field['title']}</label>";
		$field['show']();
	}
}

function submit_button() {
	echo '<button>';
}
