//! Web addresses, checked before any is opened or written into a file that others will open.

/// The address as browsers read it, if it is http or https, names a host and carries no user name.
pub fn checked_address(address: &str) -> Option<url::Url> {
    // Browsers silently drop line breaks and tabs inside an address; what is shown must be what is opened.
    let odd = |c: char| c.is_control() || c.is_whitespace() || c == '\\';
    let url = url::Url::parse(address).ok().filter(|_| !address.contains(odd))?;
    let plain = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    (plain && url.has_host() && address.len() <= 2_000).then_some(url)
}
