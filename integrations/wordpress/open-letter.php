<?php
/**
 * Plugin Name:       Open Letter
 * Description:       Shows an open letter by a block, Open Letter, or by a shortcode: [open-letter src="https://letters.example/letters/my-letter/letter.json"]
 * Version:           0.2.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * Text Domain:       open-letter
 *
 * The shortcode prints an <open-letter> element. The text between [open-letter …] and [/open-letter] goes inside, for
 * readers without scripts. Its attributes are those of the element: src, lang, show, theme, look, heading-level,
 * refresh, loading and partner; and script, see below.
 *
 * The block, Open Letter, is the same with fields and with a preview in the editor. WordPress renders both when a page is
 * shown, so they work for authors who may not write scripts, in patterns, template parts and widgets.
 *
 * The page then loads one script: open-letter.js of the site that publishes the letter. The plugin sends no request
 * and sets no cookie. It stores one setting, and removes it when the plugin is deleted.
 *
 * Which script runs: a script can do anything on a page, and people who may not put a script into a post can write a
 * shortcode. So the plugin loads scripts only from the addresses trusted under Settings > Open Letter. An administrator
 * sets these, on a network a super admin. The site's theme, or another plugin, can also name the script:
 *
 *     add_filter( 'open_letter_script', fn() => 'https://letters.example/open-letter.js' );
 *
 * The filter decides. It gets the script that would be loaded, empty if none, and the letter's address.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The group of settings, and the one setting in it: the trusted addresses, one a line. */
const OPEN_LETTER_GROUP   = 'open_letter';
const OPEN_LETTER_TRUSTED = 'open_letter_trusted';

add_shortcode( 'open-letter', 'open_letter_shortcode' );
add_action( 'init', 'open_letter_block' );
add_action( 'admin_menu', 'open_letter_menu' );
add_action( 'admin_init', 'open_letter_settings' );
add_filter( 'option_page_capability_' . OPEN_LETTER_GROUP, 'open_letter_capability' );
register_uninstall_hook( __FILE__, 'open_letter_uninstall' );

/**
 * The element for a shortcode.
 *
 * @param array|string $given   The shortcode's attributes; an empty string if it has none.
 * @param string|null  $content The shortcode's content.
 * @return string HTML.
 */
function open_letter_shortcode( $given, $content = null ) {
	$given    = open_letter_straighten( (array) $given );
	$fallback = open_letter_fallback( (string) $content );
	$src      = open_letter_address( $given, 'src' );
	if ( '' === $src ) {
		return $fallback . open_letter_hint(
			__( 'give the address of the letter, as src="https://…/letter.json".', 'open-letter' )
		);
	}

	$hint   = '';
	$wanted = open_letter_script( $given, $src );
	$script = apply_filters( 'open_letter_script', open_letter_is_trusted( $wanted ) ? $wanted : '', $src );
	if ( is_string( $script ) && '' !== $script ) {
		// Without a version: the script's name never changes, and its site says how long it may be cached.
		wp_enqueue_script( 'open-letter', $script, array(), null, array( 'strategy' => 'async' ) );
	} else {
		$hint = open_letter_hint(
			'' === $wanted
			? __( 'no script is loaded, for its address is not known: name it, as script="https://…/open-letter.js".', 'open-letter' )
			/* translators: %s: the address of a script. */
			: sprintf( __( 'no script is loaded, for %s is not trusted here. An administrator can trust it under Settings > Open Letter; on a network, a super admin can.', 'open-letter' ), $wanted )
		);
	}

	$attributes = ' src="' . esc_url( $src, array( 'http', 'https' ) ) . '"';
	foreach ( array( 'lang', 'show', 'theme', 'look', 'heading-level', 'refresh', 'loading', 'partner' ) as $name ) {
		if ( isset( $given[ $name ] ) && '' !== $given[ $name ] ) {
			$attributes .= ' ' . $name . '="' . esc_attr( $given[ $name ] ) . '"';
		}
	}
	return $hint . '<open-letter' . $attributes . '>' . $fallback . '</open-letter>';
}

/**
 * The block. Its attributes are those of the shortcode, in the names that block attributes may have.
 */
function open_letter_block() {
	wp_register_script(
		'open-letter-block',
		plugins_url( 'block.js', __FILE__ ),
		array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components', 'wp-i18n' ),
		'0.2.0',
		true
	);
	$attributes = array();
	foreach ( array( 'src', 'show', 'lang', 'theme', 'look', 'partner' ) as $name ) {
		$attributes[ $name ] = array( 'type' => 'string', 'default' => '' );
	}
	register_block_type(
		'open-letter/letter',
		array(
			'api_version'     => 2,
			'title'           => __( 'Open Letter', 'open-letter' ),
			'category'        => 'embed',
			'icon'            => 'edit-page',
			'editor_script'   => 'open-letter-block',
			'attributes'      => $attributes,
			'render_callback' => 'open_letter_shortcode',
		)
	);
}

/**
 * The attributes without curly quotes: editors and WordPress itself turn straight quotes into these. WordPress reads
 * them as a part of the value, and ends the value at its first space: show=“count sign” becomes
 * array( 'show' => '“count', 0 => 'sign”' ).
 *
 * @param array $given Attributes as WordPress has read them.
 * @return string[] The same, each with its name.
 */
function open_letter_straighten( array $given ) {
	$straight = array();
	$open     = null; // The attribute whose closing quote has not come yet.
	foreach ( $given as $name => $value ) {
		$value = html_entity_decode( (string) $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		if ( is_string( $name ) ) {
			$straight[ $name ] = $value;
			$open              = preg_match( '/^["“”„«»″]/u', $value ) ? $name : null;
		} elseif ( null !== $open ) {
			$straight[ $open ] .= ' ' . $value;
		}
		if ( preg_match( '/.["“”„«»″]$/u', $value ) ) {
			$open = null;
		}
	}
	foreach ( $straight as $name => $value ) {
		$straight[ $name ] = (string) preg_replace( '/^[\s"“”„«»″]+|[\s"“”„«»″]+$/u', '', $value );
	}
	return $straight;
}

/**
 * The content for readers without scripts. WordPress makes paragraphs before it reads shortcodes, and so may leave
 * halves of them at both ends. Browsers ignore the end of an element while a paragraph in it is open: the rest of the
 * page would become a part of the letter.
 *
 * @param string $content The shortcode's content.
 * @return string HTML that a post may hold.
 */
function open_letter_fallback( $content ) {
	$content = (string) preg_replace( '#^(?:\s|</p>|<br\s*/?>)+|(?:\s|<p>|<br\s*/?>)+$#i', '', $content );
	return force_balance_tags( wp_kses_post( $content ) );
}

/**
 * The address in an attribute, if it is a web address.
 *
 * @param string[] $given Attributes.
 * @param string   $name  The attribute's name.
 * @return string An http or https URL, not escaped for HTML; empty if there is none.
 */
function open_letter_address( array $given, $name ) {
	$url = isset( $given[ $name ] ) ? $given[ $name ] : '';
	return preg_match( '#^https?://[^\s/?\#]#i', $url ) ? esc_url_raw( $url, array( 'http', 'https' ) ) : '';
}

/**
 * The script for a letter: the one that the shortcode names, else the one at the root of the letter's own site. The
 * root is the part of the address before /letters/.
 *
 * @param string[] $given Attributes.
 * @param string   $src   The letter's URL.
 * @return string A URL; empty if it is not known.
 */
function open_letter_script( array $given, $src ) {
	if ( isset( $given['script'] ) && '' !== $given['script'] ) {
		return open_letter_address( $given, 'script' );
	}
	return preg_match( '#^(https?://[^/?\#]+(?:/[^?\#]*)?)/letters/#i', $src, $site ) ? $site[1] . '/open-letter.js' : '';
}

/**
 * Whether a script may be loaded: it must be at or below one of the trusted addresses.
 *
 * @param string $script A URL.
 * @return bool
 */
function open_letter_is_trusted( $script ) {
	$script  = open_letter_parts( $script );
	$trusted = (string) get_option( OPEN_LETTER_TRUSTED, '' );
	foreach ( preg_split( '/\s+/', $trusted, -1, PREG_SPLIT_NO_EMPTY ) as $address ) {
		$address = open_letter_parts( $address );
		if ( $script && $address && $script['origin'] === $address['origin']
			// With a slash at both ends, so that /letters/ does not match /letters-of-others/.
			&& 0 === strpos( $script['path'] . '/', rtrim( $address['path'], '/' ) . '/' ) ) {
			return true;
		}
	}
	return false;
}

/**
 * The parts of an address, as every browser reads it. Addresses that a browser or PHP might read otherwise are
 * rejected: names and passwords, backslashes, characters that domain names can't have, and paths that lead upwards,
 * also if encoded.
 *
 * @param string $url An address.
 * @return string[]|null Its scheme, host and port as `origin`, and its `path`; null if it can't be trusted.
 */
function open_letter_parts( $url ) {
	$is_plain = preg_match(
		'#^(https?)://([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?((?:/[^/?\#\\\\\s\x00-\x20]*)*)(?:\?[^\#\\\\\s]*)?$#iD',
		$url,
		$parts
	);
	if ( ! $is_plain || preg_match( '#/(?:\.|%2e){1,2}(?:/|$)|//|%2f|%5c#i', $parts[4] ) ) {
		return null;
	}
	$scheme = strtolower( $parts[1] );
	$usual  = 'https' === $scheme ? 443 : 80;
	$port   = '' === $parts[3] ? $usual : (int) $parts[3];
	return array(
		'origin' => $scheme . '://' . strtolower( $parts[2] ) . ( $port === $usual ? '' : ':' . $port ),
		'path'   => '' === $parts[4] ? '/' : $parts[4],
	);
}

/**
 * Who may set the trusted addresses: administrators; on a network, where administrators may not write scripts, only
 * super admins.
 *
 * @return string A capability.
 */
function open_letter_capability() {
	return is_multisite() ? 'manage_network_options' : 'manage_options';
}

/**
 * The page under Settings.
 */
function open_letter_menu() {
	$title = __( 'Open Letter', 'open-letter' );
	add_options_page( $title, $title, open_letter_capability(), 'open-letter', 'open_letter_page' );
}

/**
 * The setting. WordPress saves it, and checks the form's nonce and the capability.
 */
function open_letter_settings() {
	register_setting(
		OPEN_LETTER_GROUP,
		OPEN_LETTER_TRUSTED,
		array(
			'type'              => 'string',
			'default'           => '',
			'sanitize_callback' => 'open_letter_sanitize',
		)
	);
	add_settings_section( 'open-letter', '', '__return_null', 'open-letter' );
	add_settings_field(
		OPEN_LETTER_TRUSTED,
		__( 'Trusted letter sites', 'open-letter' ),
		'open_letter_field',
		'open-letter',
		'open-letter',
		array( 'label_for' => OPEN_LETTER_TRUSTED )
	);
}

/**
 * Prints the page.
 */
function open_letter_page() {
	if ( ! current_user_can( open_letter_capability() ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html__( 'Open Letter', 'open-letter' ) . '</h1><form action="options.php" method="post">';
	settings_fields( OPEN_LETTER_GROUP );
	do_settings_sections( 'open-letter' );
	submit_button();
	echo '</form></div>';
}

/**
 * Prints the field.
 */
function open_letter_field() {
	printf(
		'<textarea class="large-text code" rows="5" id="%1$s" name="%1$s" aria-describedby="open-letter-about">%2$s</textarea><p class="description" id="open-letter-about">%3$s</p>',
		esc_attr( OPEN_LETTER_TRUSTED ),
		esc_textarea( get_option( OPEN_LETTER_TRUSTED, '' ) ),
		esc_html__( 'One address a line, such as https://letters.example/. Scripts from there, and from below it, may run on this site wherever somebody writes the shortcode or adds the block. Trust only sites of people whom you would let edit this one.', 'open-letter' )
	);
}

/**
 * The addresses to store. Invalid ones are left out, and the page names them.
 *
 * @param mixed $given The form's value.
 * @return string One address a line.
 */
function open_letter_sanitize( $given ) {
	$kept = array();
	foreach ( is_string( $given ) ? preg_split( '/\s+/', $given, -1, PREG_SPLIT_NO_EMPTY ) : array() as $address ) {
		$parts = open_letter_parts( $address );
		if ( $parts && false === strpos( $address, '?' ) ) {
			$kept[] = $parts['origin'] . $parts['path'];
		} else {
			add_settings_error(
				OPEN_LETTER_TRUSTED,
				'open-letter-address',
				/* translators: %s: what was entered. */
				sprintf( __( '%s is left out: write a whole address, such as https://letters.example/.', 'open-letter' ), esc_html( $address ) )
			);
		}
	}
	return implode( "\n", array_unique( $kept ) );
}

/**
 * Removes the setting when the plugin is deleted.
 */
function open_letter_uninstall() {
	if ( ! is_multisite() ) {
		delete_option( OPEN_LETTER_TRUSTED );
		return;
	}
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site ) {
		delete_blog_option( $site, OPEN_LETTER_TRUSTED );
	}
}

/**
 * A message for people who can edit the post. Nobody else sees it.
 *
 * @param string $message What is wrong, and what to do.
 * @return string HTML; empty for readers.
 */
function open_letter_hint( $message ) {
	return current_user_can( 'edit_posts' ) ? '<p><strong>Open Letter:</strong> ' . esc_html( $message ) . '</p>' : '';
}

add_filter( 'script_loader_tag', 'open_letter_tag', 10, 2 );

/**
 * The script's tag with crossorigin: the browser then uses one connection for the script and its files.
 *
 * @param string $tag    HTML.
 * @param string $handle The script's name in WordPress.
 * @return string HTML.
 */
function open_letter_tag( $tag, $handle ) {
	return 'open-letter' === $handle ? preg_replace( '/<script(?=[^>]*\ssrc=)/', '<script crossorigin', $tag, 1 ) : $tag;
}
