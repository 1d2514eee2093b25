import type { APIRoute } from 'astro';
import { loadCorpus } from '../../../../loader/load.ts';
import { jsonFile } from '../../../../views/downloads.ts';
import { meetingPaths, type MeetingProps } from '../../../../views/meeting.ts';

export async function getStaticPaths() {
  const { corpus } = await loadCorpus();
  return meetingPaths(corpus);
}

export const GET: APIRoute<MeetingProps> = ({ props }) => new Response(jsonFile(props.minutes));
