"""Long alternations, written so that they can be read."""


def any_of(*lines: str) -> str:
    """One group that matches any of the comma-separated phrases of ``lines``.

    A space stands for any white space, an apostrophe for a straight or a curly one; everything else is regular
    expression syntax.

    >>> any_of("of course, it's", "sure")
    "(?:of\\\\s+course|it['’]s|sure)"
    """
    phrases = [phrase.strip() for line in lines for phrase in line.split(",")]
    made = (phrase.replace("'", "['’]").replace(" ", r"\s+") for phrase in phrases if phrase)
    return f"(?:{'|'.join(made)})"
