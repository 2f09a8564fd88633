"""The only home of the demo's pictures, drawn by code: what can be asked for, and in which colours."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from cms.demo.illustrations import daily, energy, loops, materials, overview, technology, town
from cms.demo.illustrations.canvas import Canvas
from cms.demo.illustrations.palettes import CITIZENS, CLIMATE, INDUSTRY, REGION, Palette

__all__ = ["MOTIFS", "draw"]


@dataclass(frozen=True)
class Scene:
    paint: Callable[[Canvas], None]
    palette: Palette
    mirrors: bool = True  # False where a mirror image would be wrong: a map, a tick, a heartbeat


SCENES: dict[str, Scene] = {
    "cavern": Scene(energy.cavern, CLIMATE),
    "heat": Scene(energy.heat, CLIMATE),
    "datacentre": Scene(technology.datacentre, INDUSTRY),
    "quantum": Scene(technology.quantum, INDUSTRY),
    "city": Scene(town.city, CITIZENS),
    "harbour": Scene(town.harbour, CITIZENS),
    "bus": Scene(daily.bus, CITIZENS),
    "lamp": Scene(daily.lamp, CITIZENS),
    "food": Scene(materials.food, CLIMATE),
    "recycling": Scene(loops.recycling, CLIMATE, mirrors=False),
    "windmill": Scene(energy.windmill, CLIMATE),
    "biogas": Scene(energy.biogas, CLIMATE),
    "health": Scene(daily.health, CITIZENS, mirrors=False),
    "campus": Scene(town.campus, CITIZENS),
    "village": Scene(town.village, CITIZENS),
    "circular": Scene(loops.circular, CLIMATE, mirrors=False),
    "street": Scene(town.street, CLIMATE),
    "register": Scene(technology.register, INDUSTRY, mirrors=False),
    "retrofit": Scene(loops.retrofit, CLIMATE),
    "textile": Scene(materials.textile, CLIMATE),
    "space": Scene(technology.space, INDUSTRY),
    "heart": Scene(technology.heart_scan, INDUSTRY, mirrors=False),
    "region": Scene(overview.region, REGION, mirrors=False),
    "people": Scene(daily.people, CITIZENS),
    "document": Scene(overview.document, REGION, mirrors=False),
    "solar": Scene(energy.solar, CLIMATE),
}

MOTIFS: tuple[str, ...] = tuple(SCENES)


def draw(motif: str, seed: int, size: tuple[int, int] = (1600, 900)) -> bytes:
    """The motif as a JPEG; the same arguments always give the same bytes, another seed another light and layout."""
    scene = SCENES.get(motif)
    if scene is None:
        raise ValueError(f"Unknown motif {motif!r}; the known ones are {', '.join(MOTIFS)}")
    rng = Random(f"{motif}:{seed}")  # noqa: S311 - it chooses clouds, not secrets
    canvas = Canvas(size, scene.palette.varied(rng), rng)
    scene.paint(canvas)
    return canvas.jpeg(mirrored=scene.mirrors and canvas.chance(0.5))
