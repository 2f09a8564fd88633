-- Of each page the beginning of what it says below its title, and the title, each as it is and with the words marked
-- that a search means. Read at once, since a long column takes longer to unpack than to use.
SELECT publishing_publishedpage.id, texts.body, {body}, {folded_body}, texts.title, {title}, {folded_title}
FROM ({pages}) AS publishing_publishedpage (id, locale)
JOIN publishing_publisheddocument AS document ON document.page_id = publishing_publishedpage.id
JOIN publishing_pagewords AS entry ON entry.page_id = document.page_id
CROSS JOIN LATERAL (
    SELECT left(
               string_agg(value, chr(10) ORDER BY key) FILTER (WHERE key <> 'A' AND value <> ''), %(longest)s
           ),
           max(value) FILTER (WHERE key = 'A')
    FROM jsonb_each_text(document.search_text)
) AS texts (body, title)
CROSS JOIN LATERAL (
    SELECT left(
               string_agg(value, ' ' ORDER BY key) FILTER (WHERE key <> 'A' AND value <> ''), %(longest)s
           ),
           max(value) FILTER (WHERE key = 'A')
    FROM jsonb_each_text(document.search_words)
) AS words (body, title)
