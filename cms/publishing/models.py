"""The only home of the tables and views of what is public, what was, and what is shown by a token."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from cms.publishing import watched  # noqa: F401  # models are registered by being loaded
from cms.publishing.version import raises_version


class ContentVersion(models.Model):
    """The one row that triggers raise; see `version`."""

    number = models.BigIntegerField(default=0)
    raised_by = models.BigIntegerField(default=0)  # the transaction that raised it last

    def __str__(self) -> str:
        return str(self.number)


class PublishedDocument(models.Model):
    """A copy of the revision that was published of a page, and what is derived from it.

    A copy, because Wagtail may delete or overwrite the revision while it is live. Whether the row is public is not
    said here but by `PublishedPage`.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="published_document")
    revision_id = models.BigIntegerField(help_text="The revision's id when it was copied; the revision may be gone.")
    revision_content = models.JSONField(encoder=DjangoJSONEncoder)
    source_digest = models.CharField(
        max_length=64, blank=True, help_text="Digest of the source's texts that this translation was made from."
    )

    format = models.PositiveIntegerField()
    type = models.CharField(max_length=100, default="", help_text="The page type's label: cases.casepage")
    title = models.CharField(max_length=255)
    document = models.JSONField()
    mentions = models.JSONField(default=dict, help_text="What the document refers to, by kind; see `mentions`.")
    facets = models.JSONField(default=dict)
    text_digest = models.CharField(max_length=64, help_text="Digest of the texts that translators of this page get.")
    # The key sorts by code point, whatever the database sorts by.
    sort_title = models.TextField(db_collation="C", help_text="Key that sorts by title as the page's language does.")
    listed_at = models.DateTimeField(help_text="First publication of the page in its original language.")
    noindex = models.BooleanField(default=False, help_text="Whether search engines are asked to leave the page out.")

    # What search reads, out of the word index. Servers of the last release read the columns below.
    search_language = models.CharField(max_length=100, default="", help_text="Whose words and endings the texts have.")
    search_text = models.JSONField(default=dict, help_text="Texts by weight: A is the title, then B, C and D.")
    search_words = models.JSONField(default=dict, help_text="The words of those texts, with spaces between them.")
    search_vector = models.GeneratedField(
        expression=models.Func(
            models.F("search_language"), models.F("search_words"), function="publishing_search_vector"
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    folded_vector = models.GeneratedField(  # all words without endings taken off, without accents
        expression=models.Func(models.F("search_words"), function="publishing_folded_search_vector"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    folded_title = models.GeneratedField(
        expression=models.Func(models.F("search_words"), function="publishing_folded_title"),
        output_field=models.TextField(),
        db_persist=True,
    )

    class Meta:
        indexes = (
            GinIndex(fields=["facets"], name="published_facets", opclasses=["jsonb_path_ops"]),
            GinIndex(fields=["search_vector"], name="published_search"),
            GinIndex(fields=["folded_vector"], name="published_folded"),
            GinIndex(fields=["folded_title"], name="published_folded_title", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["type", "-listed_at"], name="published_newest_of_type"),
        )
        triggers = raises_version()

    def __str__(self) -> str:
        return self.title


class SnippetDocument(models.Model):
    """A copy of the revision that was published of a snippet, and what is derived from it; see `snippets`.

    Whether it is public is said by `PublishedSnippet`.
    """

    pk = models.CompositePrimaryKey("type", "object_id")
    type = models.CharField(max_length=100, help_text="The snippet's label: cases.person")
    object_id = models.BigIntegerField(help_text="The id of its row.")
    revision_id = models.BigIntegerField(
        null=True,
        help_text="The revision's id when it was copied; null: the row was copied, when there were no copies.",
    )
    revision_content = models.JSONField(encoder=DjangoJSONEncoder)

    format = models.PositiveIntegerField(help_text="0: nothing is derived from the copy yet.")
    document = models.JSONField(default=dict)
    mentions = models.JSONField(default=dict, help_text="What the document refers to, by kind; see `mentions`.")
    words = models.TextField(default="", help_text="What search finds it by: a line for each text.")

    class Meta:
        triggers = raises_version()

    def __str__(self) -> str:
        return f"{self.type} {self.object_id}"


class PublishedSnippet(models.Model):
    """A snippet that anonymous readers may see now: the view of the same name, defined in `sql/publishedsnippet`."""

    pk = models.CompositePrimaryKey("type", "object_id")
    type = models.CharField(max_length=100)
    object_id = models.BigIntegerField()
    translation_key = models.UUIDField()
    locale = models.CharField(max_length=100)
    document = models.JSONField()
    mentions = models.JSONField()
    words = models.TextField()

    class Meta:
        managed = False
        db_table = "publishing_publishedsnippet"

    def __str__(self) -> str:
        return f"{self.type} {self.object_id} ({self.locale})"


class PageRow(models.Model):
    """A page as both views have it, on one site."""

    id = models.BigIntegerField(primary_key=True)
    translation_key = models.UUIDField()
    type = models.CharField(max_length=100, help_text="The page type's label: cases.CasePage")
    locale = models.CharField(max_length=100)
    site_id = models.BigIntegerField()
    origin = models.TextField(help_text="Of the site's frontend; empty for the default site, whose setting says it.")
    tree_path = models.CharField(max_length=255, help_text="Wagtail's path in the tree")
    depth = models.PositiveIntegerField()
    path = models.TextField(help_text="Below the language's prefix: cases/varanto/; empty for the home page")
    taken_in = ArrayField(models.TextField(), help_text="Languages in which another page comes first at this path")
    slug = models.CharField(max_length=255)
    position = models.CharField(max_length=4, help_text="Sorts the children of one page as the original's tree does")
    parent_key = models.UUIDField(null=True)
    ancestor_keys = ArrayField(models.UUIDField(), help_text="Translation keys from the home page down to the parent")
    first_published_at = models.DateTimeField(null=True)
    last_published_at = models.DateTimeField(null=True)

    format = models.PositiveIntegerField()
    title = models.CharField(max_length=255)
    document = models.JSONField()
    mentions = models.JSONField()
    facets = models.JSONField()
    text_digest = models.CharField(max_length=64)
    source_digest = models.CharField(max_length=64)
    sort_title = models.TextField()
    listed_at = models.DateTimeField()
    noindex = models.BooleanField()

    # The views have further columns, which only search reads: search_text, search_vector, folded_vector, folded_title.

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class PublishedPage(PageRow):
    """A page that anonymous readers may see now: the view of the same name, defined in `sql/publishedpage`."""

    class Meta:
        managed = False
        db_table = "publishing_publishedpage"


class RestrictedPage(PageRow):
    """A page that would be public if nothing restricted it. Only what decides who may open it reads this."""

    restrictions = ArrayField(models.BigIntegerField(), help_text="Ids of the restrictions that hold, all of them")

    class Meta:
        managed = False
        db_table = "publishing_restrictedpage"


class ReaderChain(models.Model):
    """Which languages readers of a language get, the best first: the settings, as SQL reads them."""

    pk = models.CompositePrimaryKey("reader", "locale")
    reader = models.TextField()
    locale = models.TextField()
    rank = models.SmallIntegerField()

    def __str__(self) -> str:
        return f"{self.reader}: {self.rank}. {self.locale}"


class PublicIndex(models.Model):
    """What lists find pages by: a version that the readers of a language get, from one moment until another.

    Triggers alone write it. It finds, and `PublishedPage` shows: see `public_index`.
    """

    pk = models.CompositePrimaryKey("translation_key", "reader", "site_id", "locale")
    translation_key = models.UUIDField()
    reader = models.TextField(help_text="The language asked for")
    site_id = models.IntegerField()
    locale = models.TextField(help_text="The language of the version")
    page_id = models.IntegerField()
    type = models.TextField()
    parent_key = models.UUIDField(null=True)
    position = models.TextField()
    listed_at = models.DateTimeField()
    first_published_at = models.DateTimeField(null=True)
    sort_title = models.TextField(db_collation="C", help_text="The beginning: a whole title may fit into no index.")
    noindex = models.BooleanField()
    terms = ArrayField(models.TextField(), help_text="goals:7 for a value of a facet, goals for one without values")
    first_year = models.SmallIntegerField(null=True)
    last_year = models.SmallIntegerField(null=True)
    shown_from = models.DateTimeField(null=True, help_text="When the better version expires; null: there is none.")
    shown_until = models.DateTimeField(null=True, help_text="When the version expires; null: never.")

    class Meta:
        indexes = (
            *(
                models.Index(
                    fields=["site_id", "reader", "type", order, "translation_key"],
                    include=["shown_from", "shown_until", "page_id"],  # so that counting reads nothing else
                    name=f"index_{order}",
                )
                for order in ("listed_at", "sort_title")
            ),
            models.Index(fields=["site_id", "reader", "parent_key", "position"], name="index_children"),
            models.Index(
                fields=["site_id", "reader", "locale", "first_published_at"],
                condition=models.Q(noindex=False),
                name="index_first_published_at",
            ),
            models.Index(
                fields=["site_id", "translation_key", "locale"],
                condition=models.Q(reader=models.F("locale"), noindex=False),
                include=["type", "shown_until", "page_id"],
                name="index_sitemap",
            ),
            models.Index(fields=["page_id", "reader", "site_id"], name="index_page"),
            models.Index(
                fields=["site_id", "reader", "type"],
                condition=models.Q(shown_from__isnull=False) | models.Q(shown_until__isnull=False),
                name="index_with_a_moment",
            ),
            GinIndex(fields=["terms"], name="index_terms"),
        )

    def __str__(self) -> str:
        return f"{self.reader}: {self.page_id} ({self.locale})"


class IndexCount(models.Model):
    """How many rows of the public index have exactly these terms of a facet, in lists of a type; see `public_index`.

    Of rows that no moment begins or ends. Triggers alone write it, whenever the index is written.
    """

    pk = models.CompositePrimaryKey("site_id", "reader", "type", "facet", "digest", "locale")
    site_id = models.IntegerField()
    reader = models.TextField()
    locale = models.TextField()
    type = models.TextField()
    facet = models.TextField(help_text="The years are those of first_year; without a facet, all rows are counted.")
    digest = models.UUIDField(help_text="Of what follows, which may fit into no index.")
    terms = ArrayField(models.TextField())
    first_year = models.SmallIntegerField(null=True)
    last_year = models.SmallIntegerField(null=True)
    number = models.IntegerField()

    class Meta:
        indexes = (models.Index(fields=["number"], condition=models.Q(number=0), name="index_count_none"),)

    def __str__(self) -> str:
        return f"{self.reader}: {self.number} {self.facet}"


class WordIndex(models.Model):
    """What a search finds pages by: rows so narrow that it visits thousands. Triggers alone write it and `PageWords`.

    Both are of all documents, public or not: a search finds what the public index has too, and `PublishedPage` shows.
    """

    page_id = models.IntegerField(primary_key=True)
    lexemes = SearchVectorField(help_text="The words with and without their endings, the terms and the language.")

    class Meta:
        indexes = (GinIndex(fields=["lexemes"], name="words_lexemes"),)

    def __str__(self) -> str:
        return str(self.page_id)


class PageWords(models.Model):
    """What a search ranks the pages by that it has found."""

    page_id = models.IntegerField(primary_key=True)
    language = models.TextField(help_text="Whose words and endings the texts have.")
    folded_title = models.TextField(help_text="What a misspelt word is compared with.")
    vector = SearchVectorField(help_text="The words by weight, without their endings, and the terms.")
    folded_vector = SearchVectorField(help_text="The words by weight, with their endings and without accents.")

    class Meta:
        indexes = (GinIndex(fields=["folded_title"], name="words_folded_title", opclasses=["gin_trgm_ops"]),)

    def __str__(self) -> str:
        return f"{self.page_id}: {self.folded_title}"


class PathHistory(models.Model):
    """A path that was public once, and whose it was last; triggers write it, see `sql/remember_paths`."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, db_index=False, related_name="+")
    locale = models.CharField(max_length=100)
    path = models.TextField(help_text="Below the language's prefix, as the view has it")
    translation_key = models.UUIDField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("site", "locale", "path"), name="path_history_unique"),)

    def __str__(self) -> str:
        return f"{self.locale}: {self.path}"


class Preview(models.Model):
    """What `PublishedPage` would say of a page if an editor's draft were public, for those who have a token of it.

    How tokens are made and when they end is said in `previews`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, null=True, related_name="+")
    parent = models.ForeignKey(
        Page, on_delete=models.CASCADE, null=True, related_name="+", help_text="Of a page that was never saved."
    )
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    row = models.JSONField(encoder=DjangoJSONEncoder, default=dict, help_text="Columns of PublishedPage.")
    follows_form = models.BooleanField(help_text="Whether it becomes what its editor types, or stays as it was.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(help_text="When the latest token expires.")

    wagtail_reference_index_ignore = True  # a page is not in use because somebody looked at it

    class Meta:
        verbose_name = _("preview")
        verbose_name_plural = _("previews")
        indexes = (models.Index(fields=["expires_at"], name="preview_expires_at"),)

    def __str__(self) -> str:
        return str(self.row.get("title", ""))
