"""All staff pages, in the order in which their addresses are looked through."""

from api.routes.staff_pages import articles, feedback, overview, quality, questions, signing_in, threshold, trying

ROUTERS = tuple(
    module.router for module in (signing_in, overview, quality, questions, feedback, articles, trying, threshold)
)
