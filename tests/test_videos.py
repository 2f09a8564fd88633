"""Which video an address leads to, however the services and their visitors spell it."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.videos import Video, read_video

YOUTUBE = [
    "https://www.youtube.com/watch?v={id}",
    "https://www.youtube.com/watch?v={id}&list=PLx&index=2&pp=ygUF",
    "https://www.youtube.com/watch?app=desktop&feature=youtu.be&v={id}",
    "https://www.youtube.com/watch/{id}",
    "https://youtube.com/watch?v={id}#comments",
    "https://m.youtube.com/watch?v={id}&pp=x",
    "https://music.youtube.com/watch?v={id}&si=AbC",
    "https://youtu.be/{id}",
    "https://youtu.be/{id}?si=AbC_d-9",
    "https://youtu.be/{id}?feature=shared",
    "https://www.youtu.be/{id}/",
    "https://youtube.com/shorts/{id}?si=AbC&feature=share",
    "https://www.youtube.com/live/{id}?feature=share",
    "https://www.youtube.com/embed/{id}?rel=0",
    "https://www.youtube.com/v/{id}?version=3",
    "https://www.youtube-nocookie.com/embed/{id}?si=AbC",
    "http://www.youtube.com/watch?v={id}",
    "HTTPS://WWW.YouTube.com/watch?v={id}",
    "//www.youtube.com/embed/{id}",
    "www.youtube.com/watch?v={id}",
    "youtu.be/{id}?si=AbC",
]
VIMEO = [
    "https://vimeo.com/{id}",
    "https://vimeo.com/{id}/",
    "https://vimeo.com/{id}?share=copy",
    "https://vimeo.com/{id}?fl=pl&fe=sh",
    "https://www.vimeo.com/{id}",
    "https://vimeo.com/channels/staffpicks/{id}",
    "https://vimeo.com/groups/motion/videos/{id}",
    "https://vimeo.com/album/123/video/{id}",
    "https://vimeo.com/showcase/123/video/{id}",
    "https://vimeo.com/showcase/123?video={id}",
    "https://vimeo.com/ondemand/afilm/{id}",
    "https://vimeo.com/manage/videos/{id}",
    "https://player.vimeo.com/video/{id}?badge=0&autopause=0&player_id=0&app_id=58479",
    "http://vimeo.com/{id}",
    "vimeo.com/{id}",
    "//player.vimeo.com/video/{id}",
]
MOMENTS = {"t=90": 90, "t=90s": 90, "t=1m30s": 90, "t=1h2m3s": 3723, "t=2m": 120, "start=90": 90, "t=": 0, "t=soon": 0}
IFRAME = '<iframe width="560" height="315" src="{}" title="A film" frameborder="0" allowfullscreen></iframe>'
NO_VIDEO = [
    "",
    "   ",
    "film",
    "https://example.org/film",
    "https://www.youtube.com/",
    "https://www.youtube.com/@helsinki",
    "https://www.youtube.com/playlist?list=PLabcdefghij",
    "https://www.youtube.com/embed/videoseries?list=PLabcdefghij",
    "https://www.youtube.com/embed/live_stream?channel=UCabcdefghij",
    "https://www.youtube.com/watch?v=short",
    "https://www.youtube.com/watch?v=abcdefghijkl",
    "https://www.youtube.com/watch?list=PLabcdefghij",
    "https://youtu.be/",
    "https://vimeo.com/helsinki",
    "https://vimeo.com/event/123456",
    "https://vimeo.com/showcase/123",
    "https://vimeo.com/categories/food",
    "https://notyoutube.com/watch?v=abcdefghijk",
    "https://youtube.com.example.org/watch?v=abcdefghijk",
    "https://youtube.com@example.org/watch?v=abcdefghijk",
    "https://example.org/?u=https://youtu.be/abcdefghijk",
    "javascript:alert(1)//youtu.be/abcdefghijk",
    "ftp://youtu.be/abcdefghijk",
    "https://[youtu.be/abcdefghijk",
    '<iframe src="https://example.org/abcdefghijk"></iframe>',
    "<iframe></iframe>",
]
youtube_ids = st.text(alphabet="abcXYZ019_-", min_size=11, max_size=11)
vimeo_ids = st.integers(min_value=1, max_value=10**10).map(str)
keys = st.text(alphabet="0123456789abcdef", min_size=8, max_size=12)
around = st.sampled_from(["{}", "  {}\n", "\u00a0{}\u200b", "<{}>"])


@given(spelling=st.sampled_from(YOUTUBE), identifier=youtube_ids, around=around)
def test_every_spelling_of_youtube_is_the_same_video(spelling: str, identifier: str, around: str) -> None:
    address = spelling.format(id=identifier)
    assert read_video(around.format(address)) == Video("youtube", identifier)
    assert read_video(IFRAME.format(escape(address))) == Video("youtube", identifier)


@given(spelling=st.sampled_from(VIMEO), identifier=vimeo_ids, around=around)
def test_every_spelling_of_vimeo_is_the_same_video(spelling: str, identifier: str, around: str) -> None:
    address = spelling.format(id=identifier)
    assert read_video(around.format(address)) == Video("vimeo", identifier)
    assert read_video(IFRAME.format(escape(address))) == Video("vimeo", identifier)


@given(identifier=vimeo_ids, key=keys)
def test_key_of_a_video_that_is_not_listed_is_kept(identifier: str, key: str) -> None:
    for address in (
        f"https://vimeo.com/{identifier}/{key}?share=copy",
        f"https://vimeo.com/manage/videos/{identifier}/{key}",
        f"https://player.vimeo.com/video/{identifier}?h={key}&badge=0",
        f"https://player.vimeo.com/video/{identifier}?badge=0&amp;h={key}".replace("&amp;", "&"),
    ):
        video = read_video(address)
        assert video == Video("vimeo", identifier, key)
        assert video.player == f"https://player.vimeo.com/video/{identifier}?h={key}&dnt=1"


@pytest.mark.parametrize("moment", MOMENTS)
def test_moment_that_was_shared_is_kept(moment: str) -> None:
    start = MOMENTS[moment]
    assert read_video(f"https://youtu.be/abcdefghijk?si=x&{moment}") == Video("youtube", "abcdefghijk", start=start)
    assert read_video(f"https://www.youtube.com/watch?{moment}&v=abcdefghijk") == Video(
        "youtube", "abcdefghijk", start=start
    )
    assert read_video(f"https://vimeo.com/1234567#{moment}") == Video("vimeo", "1234567", start=start)


def test_players_begin_where_the_video_was_shared() -> None:
    assert read_video("youtu.be/abcdefghijk?t=90").player.endswith("/embed/abcdefghijk?start=90")
    assert read_video("vimeo.com/1234567#t=90").player == "https://player.vimeo.com/video/1234567?dnt=1#t=90s"


@given(
    st.one_of(
        st.builds(Video, st.just("youtube"), youtube_ids, st.just(""), st.integers(0, 10**6 - 1)),
        st.builds(Video, st.just("vimeo"), vimeo_ids, st.one_of(st.just(""), keys), st.integers(0, 10**6 - 1)),
    )
)
def test_our_own_spellings_lead_to_the_same_video(video: Video) -> None:
    assert read_video(video.page) == read_video(video.player) == video


@pytest.mark.parametrize("text", NO_VIDEO)
def test_what_leads_to_no_single_video_is_none(text: str) -> None:
    assert read_video(text) is None


@given(st.one_of(st.text(), st.text(alphabet="https://youtbe.cmviw?=&#<>\"'[]@:%0123456789", max_size=60)))
def test_no_text_breaks_the_reading(text: str) -> None:
    video = read_video(text)
    assert video is None or read_video(video.page) == video
