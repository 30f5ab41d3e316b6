"""Which index is served, and bringing it up to the store."""

from pydantic import BaseModel, Field

from api.routes.staff.access import staff_router
from api.state import State, StateDep

router = staff_router()


class IndexStatus(BaseModel):
    """What is served beside what is stored. They agree soon after the last build ended without a problem."""

    generation: str
    articles: int
    passages: int
    stored: int = Field(description="Live articles in the store.")
    building: bool = Field(description="Whether a build runs, or is about to.")
    problem: str | None = Field(default=None, description="Why the last build failed.")
    degraded: str | None = Field(default=None, description="Why an older generation is served than there should be.")


class Wanted(BaseModel):
    building: bool


@router.get("/index")
async def index_status(state: StateDep) -> IndexStatus:
    """What is being served, how many articles the store holds, and whether a build runs."""
    return await status_of(state)


@router.post("/index", status_code=202)
async def build_index(state: StateDep) -> Wanted:
    """Bring the index up to the store, in the background; the new generation is served when it is whole. A separate
    indexer does so by itself: then this only says whether it has something to do.
    """
    state.indexer.want()
    return Wanted(building=(await state.indexer.status()).building)


@router.post("/reload")
async def reload(state: StateDep) -> IndexStatus:
    """Load the newest generation now, and a calibration that changed with it."""
    serving = await state.short.run(state.services.reload)
    state.metrics.serve(serving.engine.generation, degraded=serving.problem is not None)
    return await status_of(state)


async def status_of(state: State) -> IndexStatus:
    """Raises :class:`IndexingError` where no generation can be loaded."""
    serving = await state.serving()
    engine = serving.engine
    stored = await state.short.run(lambda: len(state.services.store))
    indexer = await state.indexer.status()
    return IndexStatus(
        generation=engine.generation,
        articles=engine.article_count,
        passages=engine.passage_count,
        stored=stored,
        building=indexer.building,
        problem=indexer.problem,
        degraded=serving.problem,
    )
