<?php
/**
 * Plugin Name:       Open Letter
 * Description:       Shows an open letter by a shortcode: [open-letter src="https://letters.example/letters/my-letter/letter.json"]
 * Version:           0.1.0
 * Requires at least: 6.3
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 *
 * Where the shortcode stands it prints an <open-letter> element. What is between [open-letter …] and [/open-letter]
 * goes inside, for readers without scripts. Its attributes are those of the element: src, lang, show, theme, look,
 * heading-level, refresh, loading and partner; and script, see below.
 *
 * It has the page load one script: open-letter.js of the site that publishes the letter. It stores nothing, sends no
 * request, sets no cookie and adds nothing to the administration.
 *
 * Whose script runs: a script may do anything on a page, and WordPress lets only some users write one into a post,
 * those with the capability unfiltered_html. A shortcode must not lend it to others. So a script is loaded only where
 * its address, or the letter's, stands in the text of a post whose author has that capability. For widgets, templates
 * and the posts of all others the site says which script it trusts, in its theme or a plugin of its own:
 *
 *     add_filter( 'open_letter_script', fn() => 'https://letters.example/open-letter.js' );
 *
 * The filter is given the script that would be loaded, empty if none, and the letter's address.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

add_shortcode( 'open-letter', 'open_letter_shortcode' );

/**
 * The element for a shortcode.
 *
 * @param array|string $given   The shortcode's attributes; an empty string if it has none.
 * @param string|null  $content What stands in the shortcode.
 * @return string HTML.
 */
function open_letter_shortcode( $given, $content = null ) {
	$given    = open_letter_straighten( (array) $given );
	$fallback = open_letter_fallback( (string) $content );
	$src      = open_letter_address( $given, 'src' );
	if ( '' === $src ) {
		return $fallback . open_letter_hint( 'give the address of the letter, as src="https://…/letter.json".' );
	}

	$hint   = '';
	$script = open_letter_is_trusted( $given ) ? open_letter_script( $given, $src ) : '';
	$script = apply_filters( 'open_letter_script', $script, $src );
	if ( is_string( $script ) && '' !== $script ) {
		// Without a version: the script's name never changes, and its site says how long it may be cached.
		wp_enqueue_script( 'open-letter', $script, array(), null, array( 'strategy' => 'async' ) );
	} else {
		$hint = open_letter_hint(
			'no script is loaded. Its address is not known, or the author of this post may not add scripts;'
			. ' the filter open_letter_script can name it.'
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
 * The attributes without the curly quotes that editors and WordPress itself make of straight ones. To the shortcode
 * they are a part of the value, which moreover ends at its first space: show=“count sign” comes as
 * array( 'show' => '“count', 0 => 'sign”' ).
 *
 * @param array $given Attributes as WordPress has read them.
 * @return string[] The same, each with its name.
 */
function open_letter_straighten( array $given ) {
	$straight = array();
	$open     = null; // The attribute whose closing quote is still to come.
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
 * What readers without scripts see. WordPress makes paragraphs before it reads shortcodes, and so may leave halves of
 * them at both ends. Browsers ignore the end of an element while a paragraph in it is open: the rest of the page would
 * become a part of the letter.
 *
 * @param string $content What stands in the shortcode.
 * @return string HTML that a post may hold.
 */
function open_letter_fallback( $content ) {
	$content = (string) preg_replace( '#^(?:\s|</p>|<br\s*/?>)+|(?:\s|<p>|<br\s*/?>)+$#i', '', $content );
	return force_balance_tags( wp_kses_post( $content ) );
}

/**
 * The address in an attribute, if it is one of the web.
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
 * The script for a letter: the one that the shortcode names, else the one at the root of the letter's own site, which
 * is what stands before /letters/.
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
 * Whether the addresses stand in a post whose author may write scripts into it. That this post is being shown is not
 * enough: in it, lists of other posts may have shortcodes in their titles.
 *
 * @param string[] $given Attributes.
 * @return bool
 */
function open_letter_is_trusted( array $given ) {
	$post = get_post();
	if ( ! $post || ! user_can( (int) $post->post_author, 'unfiltered_html' ) ) {
		return false;
	}
	$text = html_entity_decode( $post->post_content, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	foreach ( array( 'src', 'script' ) as $name ) {
		if ( isset( $given[ $name ] ) && '' !== $given[ $name ] && false === strpos( $text, $given[ $name ] ) ) {
			return false;
		}
	}
	return true;
}

/**
 * A remark for those who can change the post. Nobody else sees it.
 *
 * @param string $message What is wrong, and what to do.
 * @return string HTML; empty for readers.
 */
function open_letter_hint( $message ) {
	return current_user_can( 'edit_posts' ) ? '<p><strong>Open Letter:</strong> ' . esc_html( $message ) . '</p>' : '';
}
