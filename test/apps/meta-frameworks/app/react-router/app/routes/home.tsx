import { Link } from 'react-router';

export default function Home() {
  return (
    <main>
      <h1>Newspaper</h1>
      <Link to="/account">My account</Link>
    </main>
  );
}
