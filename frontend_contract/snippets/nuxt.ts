// Nuxt: pages/[...path].vue, in <script setup lang="ts">; the template reads `page`.
import { createError, navigateTo, useAsyncData, useRoute, useSeoMeta } from "#imports";

import { outcome, type Page } from "./cms";

export async function usePage(): Promise<Page> {
  const { path } = useRoute();
  const { data, error } = await useAsyncData(path, () => outcome(path));
  if (error.value || !data.value) throw createError({ statusCode: 503, fatal: true });
  const found = data.value;
  if (found.status === 301 || found.status === 302) {
    await navigateTo(found.location, { redirectCode: found.status });
  }
  if (found.status !== 200) throw createError({ statusCode: found.status, fatal: true });
  useSeoMeta({ title: found.page.seo.title, description: found.page.seo.description });
  return found.page;
}
